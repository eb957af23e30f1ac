using OvhSimulator.Tasks;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.LoadBalancers;

public sealed class RefreshTests
{
    private const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";

    [Fact]
    public async Task A_refresh_makes_pending_changes_live()
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Equal("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);
        (await api.PutAsync(Service, """{"sslConfiguration":"modern"}""")).Expect(200);
        Assert.Equal("""[{"zone":"gra","number":1},{"zone":"rbx","number":1}]""", (await api.GetAsync($"{Service}/pendingChanges")).Text);

        var id = (await api.PostAsync($"{Service}/refresh", "{}")).Expect(200)["id"].GetInt64();
        api.Pass(10);
        var task = await api.GetAsync($"{Service}/task/{id}");
        Assert.Equal(("doing", 50L), (task["status"].GetString(), task["progress"].GetInt64()));
        Assert.Equal(["reload", "reload"], await States(api));
        Assert.NotEqual("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);
        api.Pass(10);
        task = await api.GetAsync($"{Service}/task/{id}");
        Assert.Equal(("done", 100L), (task["status"].GetString(), task["progress"].GetInt64()));
        Assert.Equal(["running", "running"], await States(api));
        Assert.Equal("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task A_refresh_of_one_zone_leaves_the_other()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.PutAsync(Service, """{"sslConfiguration":"modern"}""")).Expect(200);
        (await api.PostAsync($"{Service}/refresh", """{"zone":"rbx"}""")).Expect(200);
        api.Pass(5);
        Assert.Equal(["running", "reload"], await States(api));
        api.Pass(15);
        Assert.Equal("""[{"zone":"gra","number":1}]""", (await api.GetAsync($"{Service}/pendingChanges")).Text);
        (await api.PostAsync($"{Service}/refresh", """{"zone":"bhs"}""")).Expect(400);
    }

    [Fact]
    public async Task An_edit_during_a_refresh_stays_pending()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.PutAsync(Service, """{"sslConfiguration":"modern"}""")).Expect(200);
        (await api.PostAsync($"{Service}/refresh")).Expect(200);
        api.Pass(10);
        (await api.PutAsync(Service, """{"sslConfiguration":null}""")).Expect(200);
        api.Pass(10);
        Assert.Equal("""[{"zone":"gra","number":1},{"zone":"rbx","number":1}]""", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task Frontends_decide_whether_a_refresh_is_possible()
    {
        await using var api = await ApiClient.StartAsync();
        foreach (var id in (await api.GetAsync($"{Service}/http/frontend")).Numbers)
        {
            (await api.DeleteAsync($"{Service}/http/frontend/{id}")).Expect(200);
        }
        (await api.PostAsync($"{Service}/refresh")).Expect(400);
        var frontend = (await api.PostAsync($"{Service}/http/frontend", """{"zone":"gra","port":"80"}""")).Expect(200)["frontendId"]
            .GetInt64();
        Assert.Equal("""[{"zone":"gra","number":3},{"zone":"rbx","number":2}]""", (await api.GetAsync($"{Service}/pendingChanges")).Text);
        (await api.PostAsync($"{Service}/refresh")).Expect(400);
        (await api.PutAsync($"{Service}/http/frontend/{frontend}", """{"redirectLocation":"https://www.example.com"}""")).Expect(200);
        (await api.PostAsync($"{Service}/refresh")).Expect(200);
    }

    [Fact]
    public async Task A_frontend_is_checked()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.PostAsync($"{Service}/http/frontend", """{"zone":"all"}""")).Expect(400);
        (await api.PostAsync($"{Service}/http/frontend", """{"zone":"bhs","port":"80"}""")).Expect(400);
        (await api.PostAsync($"{Service}/http/frontend", """{"zone":"all","port":"50000"}""")).Expect(400);
        (await api.PostAsync($"{Service}/http/frontend", """{"zone":"all","port":"80","defaultSslId":0}""")).Expect(500);
        Assert.Equal(2, (await api.GetAsync($"{Service}/http/frontend")).Numbers.Count());
        Assert.Equal("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task A_failed_refresh_keeps_what_is_pending()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.PutAsync(Service, """{"sslConfiguration":"modern"}""")).Expect(200);
        api.Simulator.Controls.FailNextTask(new ForcedFailure("refreshIplb", "error"));
        var id = (await api.PostAsync($"{Service}/refresh")).Expect(200)["id"].GetInt64();
        api.Pass(20);
        Assert.Equal("error", (await api.GetAsync($"{Service}/task/{id}"))["status"].GetString());
        Assert.NotEqual("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);
        (await api.PostAsync($"{Service}/refresh")).Expect(200);
    }

    [Fact]
    public async Task Finished_tasks_vanish_after_two_days()
    {
        await using var api = await ApiClient.StartAsync();
        var id = (await api.PostAsync($"{Service}/refresh")).Expect(200)["id"].GetInt64();
        api.Pass(20 + (48 * 3600) - 1);
        Assert.Equal([id], (await api.GetAsync($"{Service}/task?action=refreshIplb&status=done")).Numbers);
        Assert.Empty((await api.GetAsync($"{Service}/task?action=orderFreeCertificate")).Numbers);
        Assert.Empty((await api.GetAsync($"{Service}/task?doneDate.to=2026-03-01T12:00:00Z")).Numbers);
        api.Pass(1);
        Assert.Empty((await api.GetAsync($"{Service}/task")).Numbers);
        (await api.GetAsync($"{Service}/task/{id}")).Expect(404);
    }

    [Fact]
    public async Task A_move_raises_pending_changes_only_by_knob()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.PostAsync("/ip/192.0.2.10/move", $$"""{"to":"{{DefaultWorld.LoadBalancer}}"}""")).Expect(200);
        api.Pass(60);
        Assert.Equal("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);
        api.Simulator.Controls.Knobs.MoveRaisesPendingChanges = true;
        (await api.PostAsync("/ip/192.0.2.10/park")).Expect(200);
        api.Pass(30);
        Assert.NotEqual("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task The_service_answers_what_it_is()
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Equal([DefaultWorld.LoadBalancer, DefaultWorld.OverseasLoadBalancer], (await api.GetAsync("/ipLoadbalancing")).Strings);
        Assert.Equal("203.0.113.10", (await api.GetAsync(Service))["ipv4"].GetString());
        Assert.True((await api.GetAsync(Service))["vrackEligibility"].GetBoolean());
        Assert.Equal(
            """[{"zone":"gra","ip":["203.0.113.64/27"]},{"zone":"rbx","ip":["203.0.113.96/27"]}]""",
            (await api.GetAsync($"{Service}/natIp")).Text);
        Assert.Equal("ok", (await api.GetAsync($"{Service}/zone/gra"))["state"].GetString());
        (await api.GetAsync($"{Service}/zone/bhs")).Expect(404);
        (await api.GetAsync($"{Service}/listNatIp")).Expect(404);
        Assert.Equal(
            (await api.GetAsync($"{Service}/http/frontend")).Numbers,
            (await api.GetAsync($"{Service}/definedFrontends")).Json.EnumerateArray().Select(e => e.GetProperty("id").GetInt64()));
        Assert.Equal("http", (await api.GetAsync($"{Service}/definedFarms")).Json[0].GetProperty("type").GetString());
        api.Simulator.Controls.Knobs.InstancesStateGone = true;
        (await api.GetAsync($"{Service}/instancesState")).Expect(404);
        Assert.Equal("Client::NotFound", (await api.GetAsync("/ipLoadbalancing/loadbalancer-0")).Expect(404)["class"].GetString());
        (await api.PutAsync($"{Service}/quota/gra", """{"alert":5}""")).Expect(200);
        Assert.Equal(5, (await api.GetAsync($"{Service}/quota/gra"))["alert"].GetInt64());
        Assert.Equal(2, (await api.GetAsync($"{Service}/status"))["frontends"].GetProperty("total").GetInt32());
        Assert.Equal("null", (await api.PutAsync(Service, """{"displayName":"back"}""")).Expect(200).Text);
        Assert.Equal("back", (await api.GetAsync(Service))["displayName"].GetString());
        (await api.PutAsync(Service, $$"""{"displayName":"{{new string('x', 51)}}"}""")).Expect(400);
    }

    [Fact]
    public async Task By_knob_an_invalid_configuration_fails_its_refresh_later()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Knobs.FailInvalidRefreshes = true;
        (await api.PostAsync($"{Service}/http/frontend", """{"zone":"gra","port":"81"}""")).Expect(200);
        var id = (await api.PostAsync($"{Service}/refresh")).Expect(200)["id"].GetInt64();
        api.Pass(20);
        Assert.Equal("error", (await api.GetAsync($"{Service}/task/{id}"))["status"].GetString());
        Assert.Equal("""[{"zone":"gra","number":1}]""", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task By_knob_a_refresh_wants_a_body_or_a_zone_that_is_not_null()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Knobs.RefuseRefreshWithoutBody = true;
        api.Simulator.Controls.Knobs.RefuseRefreshOfNullZone = true;
        (await api.PostAsync($"{Service}/refresh")).Expect(400);
        (await api.PostAsync($"{Service}/refresh", """{"zone":null}""")).Expect(400);
        (await api.PostAsync($"{Service}/refresh", "{}")).Expect(200);
    }

    private static async Task<IEnumerable<string?>> States(ApiClient api) =>
        (await api.GetAsync($"{Service}/instancesState")).Expect(200).Json.EnumerateArray().Select(e => e.GetProperty("state").GetString());
}
