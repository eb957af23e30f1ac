using OvhSimulator.Http;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.LoadBalancers;

public sealed class SimultaneousRefreshTests
{
    private const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";
    private const string OfGra = """{"zone":"gra"}""";
    private const string OfRbx = """{"zone":"rbx"}""";

    [Fact]
    public async Task Refreshes_of_different_zones_run_side_by_side()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.PutAsync(Service, """{"sslConfiguration":"modern"}""")).Expect(200);
        (await api.PostAsync($"{Service}/refresh", OfGra)).Expect(200);
        api.Pass(10);
        (await api.PutAsync(Service, """{"sslConfiguration":null}""")).Expect(200);
        (await api.PostAsync($"{Service}/refresh", OfRbx)).Expect(200);
        (await api.PostAsync($"{Service}/refresh", OfGra)).Expect(409);
        (await api.PostAsync($"{Service}/refresh")).Expect(409);
        api.Pass(2);
        Assert.Equal(["reload", "reload"], await States(api));
        (await api.PostAsync($"{Service}/http/frontend", """{"zone":"rbx","port":"81","redirectLocation":"https://www.example.com"}"""))
            .Expect(200);
        api.Pass(8);
        Assert.Equal(["running", "reload"], await States(api));
        Assert.Equal("""[{"zone":"gra","number":1},{"zone":"rbx","number":3}]""", (await api.GetAsync($"{Service}/pendingChanges")).Text);
        api.Pass(10);
        Assert.Equal("""[{"zone":"gra","number":1},{"zone":"rbx","number":1}]""", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task By_knob_one_refresh_runs_at_a_time()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Knobs.OneRefreshAtATime = true;
        (await api.PostAsync($"{Service}/refresh", OfGra)).Expect(200);
        (await api.PostAsync($"{Service}/refresh", OfRbx)).Expect(409);
        api.Pass(20);
        (await api.PostAsync($"{Service}/refresh", OfRbx)).Expect(200);
    }

    [Fact]
    public async Task A_refresh_during_a_refresh_conflicts_or_by_knob_changes_nothing()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.PostAsync($"{Service}/refresh")).Expect(200);
        (await api.PostAsync($"{Service}/refresh")).Expect(409);
        api.Simulator.Controls.Knobs.AcceptRefreshDuringRefresh = true;
        (await api.PutAsync(Service, """{"sslConfiguration":"modern"}""")).Expect(200);
        Assert.Equal("done", (await api.PostAsync($"{Service}/refresh")).Expect(200)["status"].GetString());
        api.Pass(20);
        Assert.NotEqual("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task By_knob_a_second_refresh_is_bad_rather_than_a_conflict()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Knobs.RefreshDuringRefresh = Refusal.BadRequest;
        (await api.PostAsync($"{Service}/refresh")).Expect(200);
        (await api.PostAsync($"{Service}/refresh")).Expect(400);
    }

    private static async Task<IEnumerable<string?>> States(ApiClient api) =>
        (await api.GetAsync($"{Service}/instancesState")).Expect(200).Json.EnumerateArray().Select(e => e.GetProperty("state").GetString());
}
