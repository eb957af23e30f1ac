using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.Control;

public sealed class StagingTests
{
    private const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";
    private const string ToLoadBalancer = $$"""{"to":"{{DefaultWorld.LoadBalancer}}"}""";

    [Fact]
    public async Task A_rate_limit_says_when_to_come_back()
    {
        await using var api = await ApiClient.StartAsync();
        const string Fault = """{"path":"/me","status":429,"body":"{\"message\":\"Too many requests\"}","retryAfterSeconds":7,"headers":{"X-RateLimit-Limit":"60"}}""";
        (await api.ControlAsync(HttpMethod.Post, "/faults", Fault)).Expect(200);
        var reply = (await api.GetAsync("/me")).Expect(429);
        Assert.Equal(("7", "60"), (reply.Headers["Retry-After"], reply.Headers["X-RateLimit-Limit"]));
        Assert.Equal("Too many requests", reply["message"].GetString());
        Assert.False((await api.GetAsync("/me")).Expect(200).Headers.ContainsKey("Retry-After"));
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    public async Task A_server_whose_clock_is_off_judges_by_its_own_time(int seconds)
    {
        await using var api = await ApiClient.StartAsync();
        (await api.ControlAsync(HttpMethod.Put, "/clock/skew", $$"""{"seconds":{{seconds}}}""")).Expect(200);
        Assert.Equal("QUERY_TIME_OUT", (await api.GetAsync("/me")).Expect(400)["errorCode"].GetString());
        var server = (await api.GetAsync("/auth/time")).Expect(200).Json.GetInt64();
        Assert.Equal(seconds, server - api.Time.GetUtcNow().ToUnixTimeSeconds());
        Assert.Equal(server, (await api.ControlAsync(HttpMethod.Get, "/clock"))["server"].GetDateTimeOffset().ToUnixTimeSeconds());
        api.Skew = TimeSpan.FromSeconds(seconds);
        (await api.GetAsync("/me")).Expect(200);
        api.Simulator.Controls.SetClockSkew(TimeSpan.Zero);
        (await api.GetAsync("/me")).Expect(400);
    }

    [Fact]
    public async Task A_move_somebody_else_started_is_in_the_way_and_takes_effect()
    {
        await using var api = await ApiClient.StartAsync();
        const string Move = $$"""{"function":"genericMoveFloatingIp","ip":"192.0.2.10/32","to":"{{DefaultWorld.DedicatedServer}}"}""";
        var id = (await api.ControlAsync(HttpMethod.Post, "/tasks", Move)).Expect(200)["id"].GetInt64();
        Assert.Empty(api.Simulator.Controls.Calls);
        (await api.PostAsync("/ip/192.0.2.10/move", ToLoadBalancer)).Expect(409);
        api.Pass(60);
        Assert.Equal("done", (await api.GetAsync($"/ip/192.0.2.10/task/{id}")).Expect(200)["status"].GetString());
        Assert.Equal(
            DefaultWorld.DedicatedServer,
            (await api.GetAsync("/ip/192.0.2.10"))["routedTo"].GetProperty("serviceName").GetString());
        api.Simulator.Controls.StartTask(new TaskRequest("genericMoveFloatingIp", Ip: "192.0.2.10"));
        api.Pass(30);
        Assert.Null((await api.GetAsync("/ip/192.0.2.10"))["routedTo"].GetProperty("serviceName").GetString());
    }

    [Fact]
    public async Task A_refresh_somebody_else_started_is_in_the_way()
    {
        await using var api = await ApiClient.StartAsync();
        var id = api.Simulator.Controls.StartTask(new TaskRequest("refreshIplb", ServiceName: DefaultWorld.LoadBalancer, Zone: "gra"));
        (await api.PostAsync($"{Service}/refresh")).Expect(409);
        Assert.Equal("""["gra"]""", (await api.GetAsync($"{Service}/task/{id}")).Expect(200)["zones"].GetRawText());
        api.Pass(20);
        (await api.PostAsync($"{Service}/refresh")).Expect(200);
    }

    [Theory]
    [InlineData("""{"function":"genericMoveFloatingIp","to":"x"}""", "'ip'")]
    [InlineData("""{"function":"genericMoveFloatingIp","ip":"192.0.2.10","to":"nowhere"}""", "nowhere")]
    [InlineData("""{"function":"genericMoveFloatingIp","ip":"192.0.2.99","to":"x"}""", "does not exist")]
    [InlineData("""{"function":"refreshIplb"}""", "'serviceName'")]
    [InlineData("""{"function":"reboot"}""", "reboot")]
    public async Task A_task_the_api_would_refuse_is_not_started(string request, string named)
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Contains(named, (await api.ControlAsync(HttpMethod.Post, "/tasks", request)).Expect(400).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_load_balancer_answers_460_and_takes_no_ip()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.ControlAsync(HttpMethod.Put, $"/services/{DefaultWorld.LoadBalancer}", """{"expired":true}""")).Expect(200);
        foreach (var path in (string[])[Service, $"{Service}/ssl", $"{Service}/task/1", $"{Service}/natIp", $"{Service}/http/frontend"])
        {
            Assert.Equal("Client::Expired", (await api.GetAsync(path)).Expect(460)["class"].GetString());
        }
        api.Simulator.Controls.Knobs.ExpiredMessage = "gone";
        Assert.Equal("gone", (await api.PostAsync($"{Service}/refresh")).Expect(460)["message"].GetString());
        Assert.Contains(DefaultWorld.LoadBalancer, (await api.GetAsync("/ipLoadbalancing")).Strings);
        (await api.PostAsync("/ip/192.0.2.10/move", ToLoadBalancer)).Expect(400);
        api.Simulator.Controls.SetExpired(DefaultWorld.LoadBalancer, expired: false);
        (await api.PostAsync("/ip/192.0.2.10/move", ToLoadBalancer)).Expect(200);
    }

    [Fact]
    public async Task An_expired_ip_answers_460()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.ControlAsync(HttpMethod.Put, "/services/192.0.2.12%2F32", """{"expired":true}""")).Expect(200);
        (await api.GetAsync("/ip/192.0.2.12")).Expect(460);
        (await api.PostAsync("/ip/192.0.2.12%2F32/park")).Expect(460);
        (await api.GetAsync("/ip/192.0.2.10")).Expect(200);
        Assert.Throws<ArgumentException>(() => api.Simulator.Controls.SetExpired("192.0.2.99/32", expired: true));
    }

    [Theory]
    [InlineData("suspended", 200)]
    [InlineData("tired", 400)]
    public async Task A_load_balancer_has_the_state_it_is_given(string state, int status)
    {
        await using var api = await ApiClient.StartAsync();
        (await api.ControlAsync(HttpMethod.Put, $"/services/{DefaultWorld.LoadBalancer}", $$"""{"state":"{{state}}"}""")).Expect(status);
        Assert.Equal(status == 200 ? state : "ok", (await api.GetAsync(Service)).Expect(200)["state"].GetString());
    }
}
