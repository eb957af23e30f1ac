using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Worlds;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Lifecycle;

/// <summary>What others saved and did not make live: told always, made live only where that was asked for.</summary>
public sealed class PendingChangesTests
{
    private const string RefreshPath = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh";

    private static readonly Struct Inputs = Wire.Of(
        $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "triggers": { "release": "1" } }""");

    private static readonly Struct Applying = Inputs.With("applyPending", "true");

    [Fact]
    public async Task Are_warned_of_and_no_difference()
    {
        await using var deployment = await Deployment.StartAsync();
        var entry = deployment.Entry("Refresh");
        await entry.CreateAsync(Inputs);
        SaveChange(deployment);

        // A preview that no refresh has come before warns too.
        await deployment.NextCommandAsync();
        await entry.RequireSettledAsync(Inputs);
        Assert.Contains(deployment.Log.Warnings, static warning => warning.Contains("1 in gra", StringComparison.Ordinal));

        await deployment.NextCommandAsync();
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await entry.RefreshAsync())?.Changes);
        Assert.Equal("gra", entry.State.Fields["pendingChanges"].ListValue.Values[0].StructValue.Text("zone"));
    }

    [Fact]
    public async Task Are_a_difference_under_the_input_that_asks_for_it_and_made_live_by_an_update()
    {
        await using var deployment = await Deployment.StartAsync();
        var entry = deployment.Entry("Refresh");
        await entry.CreateAsync(Applying);
        await entry.RequireSettledAsync(Applying);
        SaveChange(deployment);

        // A refresh of the stack shows no drift, however often it runs: the inputs are as they were.
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await entry.RefreshAsync())?.Changes);
        await entry.CheckAsync(Applying);
        var diff = await entry.DiffAsync(Applying);
        Assert.Equal(["applyPending"], diff.DetailedDiff.Keys);
        Assert.Equal(PropertyDiff.Types.Kind.Add, diff.DetailedDiff["applyPending"].Kind);
        Assert.True(entry.State.Fields["applyPending"].BoolValue);
        Assert.Empty(diff.Replaces);
        Assert.Empty((await entry.PreviewUpdateAsync(Applying)).Properties.Text("taskId") ?? "");
        Assert.Empty(deployment.World.Writes);

        await entry.UpdateAsync(Applying);
        Assert.Equal([RefreshPath], deployment.World.Writes.Select(static call => call.Path));
        Assert.True(entry.State.Fields["applyPending"].BoolValue);
        Assert.Empty(entry.State.Fields["pendingChanges"].ListValue.Values);
        await entry.RequireSettledAsync(Applying);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Asking_for_it_refreshes_only_where_something_is_pending(bool isPending)
    {
        await using var deployment = await Deployment.StartAsync();
        var entry = deployment.Entry("Refresh");
        await entry.CreateAsync(Inputs);
        if (isPending)
        {
            SaveChange(deployment);
        }

        await deployment.NextCommandAsync();
        await entry.RefreshAsync();
        deployment.World.ClearCalls();
        await entry.UpdateAsync(Applying);
        Assert.Equal(isPending ? 1 : 0, deployment.World.Writes.Count);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.True(entry.State.Fields["applyPending"].BoolValue);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(0, null, true)]
    [InlineData(0, "gra", true)]
    [InlineData(0, "rbx", false)]
    public async Task A_refresh_only_if_pending_asks_for_none_where_nothing_is(int? changedZone, string? zone, bool refreshes)
    {
        await using var deployment = await Deployment.StartAsync();
        var inputs = Inputs.With("onlyIfPending", "true");
        inputs = zone is null ? inputs : inputs.With("zones", $"[\"{zone}\"]");
        if (changedZone is not null)
        {
            SaveChange(deployment);
        }

        var entry = deployment.Entry("Refresh");
        await entry.CreateAsync(inputs);
        Assert.Equal(refreshes ? 1 : 0, deployment.World.Writes.Count);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Equal(changedZone is not null && !refreshes ? 1 : 0, entry.State.Fields["pendingChanges"].ListValue.Values.Count);

        SaveChange(deployment);
        deployment.World.ClearCalls();
        await entry.UpdateAsync(inputs.With("triggers", """{ "release": "2" }"""));
        Assert.Equal(zone == "rbx" ? 0 : 1, deployment.World.Writes.Count);
    }

    [Fact]
    public async Task A_refresh_only_if_pending_waits_for_the_one_that_runs()
    {
        await using var deployment = await Deployment.StartAsync();
        var running = deployment.World.StartTask(new TaskRequest("refreshIplb", ServiceName: DefaultWorld.LoadBalancer));
        var entry = deployment.Entry("Refresh");
        await entry.CreateAsync(Inputs.With("onlyIfPending", "true"));
        Assert.Empty(deployment.World.Writes);
        Assert.Equal("done", deployment.World.Read(world => world.LoadBalancers[0].Tasks.Single(task => task.Id == running).Status));
    }

    [Theory]
    [InlineData("rbx", true)]
    [InlineData(null, false)]
    public async Task Are_no_difference_where_a_refresh_would_not_make_them_live(string? zone, bool hasFrontends)
    {
        await using var deployment = await Deployment.StartAsync();
        var inputs = zone is null ? Applying : Applying.With("zones", $"[\"{zone}\"]");
        var entry = deployment.Entry("Refresh");
        await entry.CreateAsync(inputs);
        SaveChange(deployment);
        if (!hasFrontends)
        {
            deployment.World.Change(static world => world.LoadBalancers[0].HttpFrontends.Clear());
        }

        await deployment.NextCommandAsync();
        await entry.RefreshAsync();
        await entry.RequireSettledAsync(inputs);
        Assert.Single(entry.State.Fields["pendingChanges"].ListValue.Values);
    }

    [Fact]
    public async Task Without_the_right_to_see_them_a_refresh_is_previewed_made_and_read_all_the_same()
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.Inject(new OvhSimulator.Control.Fault
        {
            Path = "*/pendingChanges",
            Count = 1000,
            Status = 403,
            Body = """{"class":"Client::Forbidden","message":"User not granted for this request"}""",
        });
        var entry = deployment.Entry("Refresh");
        await entry.PreviewCreateAsync(Inputs);
        await entry.CreateAsync(Inputs);
        await deployment.NextCommandAsync();
        deployment.Log.Clear();
        await entry.RequireSettledAsync(Inputs);
        Assert.Contains(deployment.Log.Lines, static line => line.Message.Contains("is not known", StringComparison.Ordinal));
        Assert.Empty(deployment.Log.Warnings);
        await deployment.NextCommandAsync();
        await entry.RefreshAsync();
        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
    }

    [Fact]
    public async Task Are_told_before_the_refresh_of_a_move_makes_them_live()
    {
        await using var deployment = await Deployment.StartAsync();
        SaveChange(deployment);
        await deployment.Entry("FailoverAttachment")
            .CreateAsync(Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "192.0.2.10" }"""));
        Assert.Contains(
            deployment.Log.Warnings,
            static warning => warning.Contains("(1 in gra); the refresh makes them live too", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_others_are_not_made_live_by_the_delete_of_a_certificate_that_is_gone_already()
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.SetDns("www.example.com", ["203.0.113.10"]);
        var entry = deployment.Entry("FreeCertificate");
        await entry.CreateAsync(Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": ["www.example.com"] }"""));
        deployment.World.Change(static world => world.LoadBalancers[0].Certificates.Clear());
        SaveChange(deployment);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await entry.DeleteAsync();
        Assert.Empty(deployment.World.Writes);
        Assert.Contains(deployment.Log.Warnings, static warning => warning.Contains("gone already", StringComparison.Ordinal));
    }

    [Fact]
    public async Task How_to_wait_is_no_reason_to_refresh()
    {
        await using var deployment = await Deployment.StartAsync();
        var entry = deployment.Entry("Refresh");
        await entry.CreateAsync(Inputs);
        deployment.World.ClearCalls();
        await entry.UpdateAsync(Inputs.With("waitForInstances", "false"));
        Assert.Empty(deployment.World.Writes);
        Assert.False(entry.State.Fields["waitForInstances"].BoolValue);
        Assert.NotNull(entry.State.Text("taskId"));
    }

    private static void SaveChange(Deployment deployment) =>
        deployment.World.Change(static world => world.LoadBalancers[0].Zones[0].PendingChanges++);
}
