using System.Text;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.Control;

public sealed class ControlTests
{
    [Fact]
    public async Task Calls_are_recorded_and_writes_counted()
    {
        await using var api = await ApiClient.StartAsync();
        await api.GetAsync("/ip?type=failover");
        var refused = await api.PostAsync("/ip/192.0.2.10%2F32/move", """{"to":"nowhere"}""");
        Assert.Equal(
            [("GET", "/ip?type=failover", 200), ("POST", "/ip/192.0.2.10%2F32/move", 400)],
            api.Simulator.Controls.Calls.Select(call => (call.Method, call.Path, call.Status ?? 0)));
        Assert.Equal(refused.QueryId, Assert.Single(api.Simulator.Controls.Writes).QueryId);

        var count = await Control(api, HttpMethod.Get, "/calls/count?method=POST&path=/ip/192.0.2.10/32/*");
        Assert.Equal("""{"count":1,"writes":1}""", count.Text);
        (await Control(api, HttpMethod.Delete, "/calls")).Expect(200);
        Assert.Equal("[]", (await Control(api, HttpMethod.Get, "/calls")).Text);
    }

    [Fact]
    public async Task A_fault_answers_instead_for_as_many_calls_as_asked()
    {
        await using var api = await ApiClient.StartAsync();
        (await Control(
            api,
            HttpMethod.Post,
            "/faults",
            """{"path":"/ip/192.0.2.10/32/*","method":"POST","count":2,"status":502,"body":"<html>","contentType":"text/html"}""")).Expect(
                200);
        (await api.GetAsync("/ip/192.0.2.10%2F32/task")).Expect(200);
        for (var i = 0; i < 2; i++)
        {
            var reply = (await api.PostAsync("/ip/192.0.2.10%2F32/move", """{"to":"x"}""")).Expect(502);
            Assert.Equal("<html>", reply.Text);
            Assert.NotNull(reply.QueryId);
        }
        (await api.PostAsync("/ip/192.0.2.10%2F32/move", $$"""{"to":"{{DefaultWorld.LoadBalancer}}"}""")).Expect(200);
    }

    [Fact]
    public async Task An_observer_is_told_of_what_the_simulator_itself_answered()
    {
        var answered = new List<AnsweredCall>();
        await using var api = await ApiClient.StartAsync(options => options.Observer = answered.Add);
        api.Simulator.Controls.Inject(new Fault { Path = "*/park", Status = 500, AfterEffect = true });
        (await api.PostAsync("/ip/192.0.2.12/park")).Expect(500);
        api.Simulator.Controls.Inject(new Fault { Path = "*/park", Drop = true, AfterEffect = true });
        await Assert.ThrowsAsync<HttpRequestException>(() => api.PostAsync("/ip/192.0.2.12/park"));
        Assert.Empty(answered);

        var reply = (await api.PutAsync("/ip/192.0.2.10%2F32?a=%2F", """{"description":"b"}""")).Expect(200);
        var call = Assert.Single(answered);
        Assert.Equal(("PUT", "/ip/192.0.2.10%2F32", "a=%2F", 200), (call.Method, call.Path, call.Query, call.Status));
        Assert.Equal(
            ("""{"description":"b"}""", reply.Text),
            (Encoding.UTF8.GetString(call.RequestBody.Span), Encoding.UTF8.GetString(call.AnswerBody.Span)));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_dropped_call_may_have_taken_effect(bool afterEffect, int tasks)
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Inject(new Fault { Path = "*/park", Drop = true, AfterEffect = afterEffect });
        await Assert.ThrowsAsync<HttpRequestException>(() => api.PostAsync("/ip/192.0.2.12/park"));
        Assert.Equal(tasks, api.Simulator.Controls.Read(world => world.Ips.Sum(ip => ip.Tasks.Count)));
        Assert.Null(Assert.Single(api.Simulator.Controls.Writes).Status);
    }

    [Fact]
    public async Task A_wrong_answer_may_hide_an_effect()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Inject(new Fault { Path = "*/park", Status = 500, AfterEffect = true });
        (await api.PostAsync("/ip/192.0.2.12/park")).Expect(500);
        (await api.PostAsync("/ip/192.0.2.12/park")).Expect(409);
    }

    [Fact]
    public async Task A_delayed_call_waits_for_the_wall_clock()
    {
        // Time enough for a call on loopback; what is waited for comes at once.
        var limit = TimeSpan.FromSeconds(30);
        var time = new WaitingTime();
        await using var api = await ApiClient.StartAsync(time: time);
        api.Simulator.Controls.Inject(new Fault { DelaySeconds = 30 });
        var call = api.GetAsync("/auth/time");
        await time.SomebodyWaits.WaitAsync(limit, TimeProvider.System, TestContext.Current.CancellationToken);
        api.Pass(29);
        Assert.False(call.IsCompleted);
        api.Pass(1);
        (await call.WaitAsync(limit, TimeProvider.System, TestContext.Current.CancellationToken)).Expect(200);
    }

    [Fact]
    public async Task Dns_clock_knobs_and_failures_are_set_over_http()
    {
        await using var api = await ApiClient.StartAsync();
        (await Control(api, HttpMethod.Put, "/dns/New.example.com.", """{"a":["192.0.2.10"]}""")).Expect(200);
        Assert.Equal(
            "192.0.2.10",
            (await Control(api, HttpMethod.Get, "/dns")).Json.GetProperty("new.example.com").GetProperty("a")[0].GetString());
        (await Control(api, HttpMethod.Put, "/dns/new.example.com", """{"a":["nonsense"]}""")).Expect(400);
        (await Control(api, HttpMethod.Delete, "/dns/new.example.com")).Expect(200);
        Assert.DoesNotContain("new.example.com", (await Control(api, HttpMethod.Get, "/dns")).Text, StringComparison.Ordinal);

        (await api.PostAsync("/ip/192.0.2.12/park")).Expect(200);
        (await Control(api, HttpMethod.Post, "/clock/advance", """{"seconds":30}""")).Expect(200);
        (await Control(api, HttpMethod.Post, "/clock/advance", """{"seconds":-1}""")).Expect(400);
        Assert.Null((await api.GetAsync("/ip/192.0.2.12"))["routedTo"].GetProperty("serviceName").GetString());

        (await Control(api, HttpMethod.Put, "/knobs/moveRaisesPendingChanges?value=true")).Expect(200);
        Assert.True(api.Simulator.Controls.Knobs.MoveRaisesPendingChanges);
        (await Control(api, HttpMethod.Put, "/knobs/none?value=true")).Expect(400);

        (await Control(api, HttpMethod.Post, "/tasks/fail-next", """{"status":"ovhError","comment":"broken"}""")).Expect(200);
        (await Control(api, HttpMethod.Post, "/tasks/fail-next", """{"status":"sulking"}""")).Expect(400);
        Assert.Contains("192.0.2.12/32", (await Control(api, HttpMethod.Get, "/world")).Expect(200).Text, StringComparison.Ordinal);
        (await Control(api, HttpMethod.Post, "/reset")).Expect(200);
        Assert.Empty(api.Simulator.Controls.Calls);
        Assert.Equal(api.Time.GetUtcNow(), api.Simulator.Controls.Now);
        Assert.NotNull((await api.GetAsync("/ip/192.0.2.12"))["routedTo"].GetProperty("serviceName").GetString());
    }

    private static Task<Reply> Control(ApiClient api, HttpMethod method, string path, string? body = null)
        => api.ControlAsync(method, path, body);
}
