using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Worlds;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Lifecycle;

/// <summary>What others saved and did not make live: told always, made live only where that was asked for.</summary>
public sealed class PendingChangesTests
{
    private const string RefreshPath = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh";

    private static readonly Struct Inputs = Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "triggers": { "release": "1" } }""");

    private static readonly Struct Applying = Inputs.With("applyPending", "true");

    [Fact]
    public async Task Are_warned_of_and_no_difference()
    {
        await using Deployment deployment = await Deployment.StartAsync();
        Entry entry = deployment.Entry("Refresh");
        await entry.CreateAsync(Inputs);
        SaveChange(deployment);

        await deployment.NextCommandAsync();
        await entry.RefreshAsync();
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await entry.DiffAsync(Inputs)).Changes);
        Assert.Contains(deployment.Log.Warnings, static warning => warning.Contains("1 in gra", StringComparison.Ordinal));
        Assert.Equal("gra", entry.State.Fields["pendingChanges"].ListValue.Values[0].StructValue.Text("zone"));
    }

    [Fact]
    public async Task Are_a_difference_under_the_input_that_asks_for_it_and_made_live_by_an_update()
    {
        await using Deployment deployment = await Deployment.StartAsync();
        Entry entry = deployment.Entry("Refresh");
        await entry.CreateAsync(Applying);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await entry.DiffAsync(Applying)).Changes);
        SaveChange(deployment);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await entry.RefreshAsync();
        DiffResponse diff = await entry.DiffAsync(Applying);
        Assert.Equal(["applyPending"], diff.DetailedDiff.Keys);
        Assert.False(diff.DetailedDiff["applyPending"].InputDiff);
        Assert.False(entry.State.Fields["applyPending"].BoolValue);
        Assert.Empty(diff.Replaces);

        await entry.UpdateAsync(Applying);
        Assert.Equal([RefreshPath], deployment.World.Writes.Select(static call => call.Path));
        Assert.True(entry.State.Fields["applyPending"].BoolValue);
        Assert.Empty(entry.State.Fields["pendingChanges"].ListValue.Values);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await entry.DiffAsync(Applying)).Changes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Asking_for_it_refreshes_only_where_something_is_pending(bool isPending)
    {
        await using Deployment deployment = await Deployment.StartAsync();
        Entry entry = deployment.Entry("Refresh");
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

    [Fact]
    public async Task How_to_wait_is_no_reason_to_refresh()
    {
        await using Deployment deployment = await Deployment.StartAsync();
        Entry entry = deployment.Entry("Refresh");
        await entry.CreateAsync(Inputs);
        deployment.World.ClearCalls();
        await entry.UpdateAsync(Inputs.With("waitForInstances", "false"));
        Assert.Empty(deployment.World.Writes);
        Assert.False(entry.State.Fields["waitForInstances"].BoolValue);
        Assert.NotNull(entry.State.Text("taskId"));
    }

    private static void SaveChange(Deployment deployment) =>
        deployment.World.Change(static world => world.LoadBalancers.Find(static balancer => balancer.ServiceName == DefaultWorld.LoadBalancer)!.Zones[0].PendingChanges++);
}
