using OvhSimulator.Http;
using OvhSimulator.Ips;
using OvhSimulator.Tasks;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.Ips;

public sealed class MoveTests
{
    private const string ToLoadBalancer = $$"""{"to":"{{DefaultWorld.LoadBalancer}}"}""";
    private const string Failovers = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/failover";

    [Theory]
    [InlineData("/ip/192.0.2.10%2F32", "192.0.2.10/32")]
    [InlineData("/ip/192.0.2.10", "192.0.2.10/32")]
    [InlineData("/ip/198.51.100.0%2F30", "198.51.100.0/30")]
    [InlineData("/ip/2001%3Adb8%3A1%3A%3A%2F64", "2001:db8:1::/64")]
    public async Task An_ip_answers_in_block_form(string path, string block)
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Equal(block, (await api.GetAsync(path)).Expect(200)["ip"].GetString());
    }

    [Theory]
    [InlineData("/ip/192.0.2.99")]
    [InlineData("/ip/198.51.100.0")]
    [InlineData("/ip/198.51.100.1%2F32")]
    public async Task An_unknown_ip_or_part_of_a_block_does_not_exist(string path)
    {
        await using var api = await ApiClient.StartAsync();
        var reply = (await api.GetAsync(path)).Expect(404);
        Assert.Equal(("Client::NotFound", "This service does not exist"), (reply["class"].GetString(), reply["message"].GetString()));
    }

    [Theory]
    [InlineData("?type=dedicated", "198.51.100.129/32")]
    [InlineData("?routedTo.serviceName=ns3001&type=failover", "192.0.2.12/32")]
    [InlineData("?ip=198.51.100.2", "198.51.100.0/30")]
    [InlineData("?version=6", "2001:db8:1::/64")]
    [InlineData("?description=overseas", "192.0.2.130/32")]
    public async Task The_list_of_ips_is_filtered(string query, string expected)
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Equal([expected], (await api.GetAsync("/ip" + query)).Expect(200).Strings);
    }

    [Fact]
    public async Task A_move_takes_effect_when_its_task_is_done()
    {
        await using var api = await ApiClient.StartAsync();
        var task = (await api.PostAsync("/ip/192.0.2.10%2F32/move", ToLoadBalancer)).Expect(200);
        Assert.Equal("init", task["status"].GetString());
        Assert.Equal("genericMoveFloatingIp", task["function"].GetString());
        Assert.Equal(DefaultWorld.LoadBalancer, task["destination"].GetProperty("serviceName").GetString());
        var path = $"/ip/192.0.2.10%2F32/task/{task["taskId"]}";

        var seen = new List<string>();
        for (var second = 0; second < 60; second++)
        {
            var status = (await api.GetAsync(path)).Expect(200)["status"].GetString()!;
            if (seen.LastOrDefault() != status)
            {
                seen.Add(status);
            }
            Assert.Null((await api.GetAsync("/ip/192.0.2.10"))["routedTo"].GetProperty("serviceName").GetString());
            api.Pass(1);
        }
        Assert.Equal(["init", "todo", "doing"], seen);
        var done = await api.GetAsync(path);
        Assert.Equal("done", done["status"].GetString());
        Assert.Equal("2026-03-01T12:01:00+00:00", done["doneDate"].GetString());
        Assert.Equal(DefaultWorld.LoadBalancer, (await api.GetAsync("/ip/192.0.2.10"))["routedTo"].GetProperty("serviceName").GetString());
        Assert.Equal(["192.0.2.10/32"], (await api.GetAsync(Failovers)).Strings);
    }

    [Fact]
    public async Task A_new_task_is_missing_from_the_list_for_a_while()
    {
        await using var api = await ApiClient.StartAsync();
        var id = (await api.PostAsync("/ip/192.0.2.10/move", ToLoadBalancer)).Expect(200)["taskId"].GetInt64();
        api.Pass(4.9);
        Assert.Empty((await api.GetAsync("/ip/192.0.2.10/task")).Expect(200).Numbers);
        (await api.GetAsync($"/ip/192.0.2.10/task/{id}")).Expect(200);
        api.Pass(0.1);
        Assert.Equal([id], (await api.GetAsync("/ip/192.0.2.10/task?function=genericMoveFloatingIp&status=todo")).Expect(200).Numbers);
        Assert.Empty((await api.GetAsync("/ip/192.0.2.10/task?status=done")).Expect(200).Numbers);
    }

    [Fact]
    public async Task A_new_task_may_not_be_found_at_once()
    {
        await using var api = await ApiClient.StartAsync(options => options.Durations.IpTaskReadLag = TimeSpan.FromSeconds(2));
        var id = (await api.PostAsync("/ip/192.0.2.10/move", ToLoadBalancer)).Expect(200)["taskId"].GetInt64();
        api.Pass(1.9);
        (await api.GetAsync($"/ip/192.0.2.10/task/{id}")).Expect(404);
        api.Pass(0.1);
        (await api.GetAsync($"/ip/192.0.2.10/task/{id}")).Expect(200);
    }

    [Fact]
    public async Task A_second_move_conflicts_until_the_first_is_done()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.PostAsync("/ip/192.0.2.10/move", ToLoadBalancer)).Expect(200);
        (await api.PostAsync("/ip/192.0.2.10/move", ToLoadBalancer)).Expect(409);
        (await api.PostAsync("/ip/192.0.2.10/park")).Expect(409);
        api.Pass(60);
        (await api.PostAsync("/ip/192.0.2.10/move", ToLoadBalancer)).Expect(400);
        (await api.PostAsync("/ip/192.0.2.10/park")).Expect(200);
    }

    [Theory]
    [InlineData("192.0.2.130", DefaultWorld.LoadBalancer)]
    [InlineData("192.0.2.10", DefaultWorld.OverseasLoadBalancer)]
    [InlineData("192.0.2.10", "loadbalancer-0000000000000000")]
    [InlineData("203.0.113.10", DefaultWorld.DedicatedServer)]
    public async Task A_destination_out_of_reach_is_refused_and_not_offered(string ip, string to)
    {
        await using var api = await ApiClient.StartAsync();
        (await api.PostAsync($"/ip/{ip}/move", $$"""{"to":"{{to}}"}""")).Expect(400);
        Assert.DoesNotContain(to, (await api.GetAsync($"/ip/{ip}/move")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parked_ip_is_routed_nowhere()
    {
        await using var api = await ApiClient.StartAsync();
        var task = (await api.PostAsync("/ip/192.0.2.12/park")).Expect(200);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, task["destination"].ValueKind);
        api.Pass(29);
        Assert.Equal(
            DefaultWorld.DedicatedServer,
            (await api.GetAsync("/ip/192.0.2.12"))["routedTo"].GetProperty("serviceName").GetString());
        api.Pass(1);
        Assert.Null((await api.GetAsync("/ip/192.0.2.12"))["routedTo"].GetProperty("serviceName").GetString());
        (await api.PostAsync("/ip/192.0.2.12/park")).Expect(400);
    }

    [Fact]
    public async Task A_move_made_to_fail_says_why_and_moves_nothing()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.FailNextTask(new ForcedFailure("genericMoveFloatingIp", "customerError", "a virtual MAC is in the way"));
        var id = (await api.PostAsync("/ip/192.0.2.10/move", ToLoadBalancer)).Expect(200)["taskId"].GetInt64();
        api.Pass(60);
        var task = await api.GetAsync($"/ip/192.0.2.10/task/{id}");
        Assert.Equal(("customerError", "a virtual MAC is in the way"), (task["status"].GetString(), task["comment"].GetString()));
        Assert.Empty((await api.GetAsync(Failovers)).Strings);
        (await api.PostAsync("/ip/192.0.2.10/move", ToLoadBalancer)).Expect(200);
    }

    [Fact]
    public async Task By_knob_a_second_move_is_bad_rather_than_a_conflict()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Knobs.MoveDuringMove = Refusal.BadRequest;
        (await api.PostAsync("/ip/192.0.2.12/move", ToLoadBalancer)).Expect(200);
        Assert.Equal("Client::BadRequest", (await api.PostAsync("/ip/192.0.2.12/move", ToLoadBalancer)).Expect(400)["class"].GetString());
        (await api.PostAsync("/ip/192.0.2.12/park")).Expect(400);
    }

    [Fact]
    public async Task By_knob_a_move_to_the_present_service_is_done_at_once()
    {
        await using var api = await ApiClient.StartAsync();
        const string There = $$"""{"to":"{{DefaultWorld.DedicatedServer}}"}""";
        (await api.PostAsync("/ip/192.0.2.12/move", There)).Expect(400);
        api.Simulator.Controls.Knobs.AcceptMoveToPresentService = true;
        var task = (await api.PostAsync("/ip/192.0.2.12/move", There)).Expect(200);
        Assert.Equal(
            ("done", DefaultWorld.DedicatedServer),
            (task["status"].GetString(), task["destination"].GetProperty("serviceName").GetString()));
        Assert.Equal(task.Text, (await api.GetAsync($"/ip/192.0.2.12/task/{task["taskId"]}")).Expect(200).Text);
        Assert.Equal("done", (await api.PostAsync("/ip/192.0.2.10/park")).Expect(200)["status"].GetString());
        (await api.PostAsync("/ip/192.0.2.12/park")).Expect(200);
    }

    [Theory]
    [InlineData(ParkedRoute.Null, "null")]
    [InlineData(ParkedRoute.NullServiceName, """{"serviceName":null}""")]
    [InlineData(ParkedRoute.EmptyServiceName, """{"serviceName":""}""")]
    public async Task A_parked_ip_has_the_shape_the_knob_says(ParkedRoute shape, string expected)
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Equal("""{"serviceName":null}""", (await api.GetAsync("/ip/192.0.2.10"))["routedTo"].GetRawText());
        api.Simulator.Controls.Knobs.ParkedRoute = shape;
        Assert.Equal(expected, (await api.GetAsync("/ip/192.0.2.10"))["routedTo"].GetRawText());
        Assert.Equal(
            $$"""{"serviceName":"{{DefaultWorld.DedicatedServer}}"}""",
            (await api.GetAsync("/ip/192.0.2.12"))["routedTo"].GetRawText());
    }

    [Fact]
    public async Task What_the_body_lacks_is_named()
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Contains("[to]", (await api.PostAsync("/ip/192.0.2.10/move", "{}")).Expect(400).Text, StringComparison.Ordinal);
        Assert.Contains("[to]", (await api.PostAsync("/ip/192.0.2.10/move", """{"to":1}""")).Expect(400).Text, StringComparison.Ordinal);
        (await api.PostAsync("/ip/192.0.2.10/move", "{")).Expect(400);
    }
}
