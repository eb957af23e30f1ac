using OvhIplb.Provider.WireTests.Engine;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Lifecycle;

/// <content>Drift is reported once and repaired by an update.</content>
public abstract partial class LifecycleTests
{
    [Fact]
    public async Task Drift_is_shown_once_and_repaired_by_an_update()
    {
        await using var deployment = await Deployment.StartAsync();
        Arrange(deployment.World);
        var entry = deployment.Entry(Type);
        var inputs = Wire.Of(AllInputs);
        await entry.CreateAsync(inputs);
        foreach ((var path, var drift) in Drifts)
        {
            await deployment.NextCommandAsync();
            drift(deployment.World);
            AssertUpdates(path, await entry.RefreshAsync());
            Assert.NotEqual(inputs.Fields[path], entry.Inputs.Fields[path]);
            Assert.Equal(entry.State.Fields[path], entry.Inputs.Fields[path]);

            await deployment.NextCommandAsync();
            await AssertReadsSilentlyAsync(entry);

            await deployment.NextCommandAsync();
            AssertUpdates(path, await entry.DiffAsync((await entry.CheckAsync(inputs)).Inputs));
            await entry.UpdateAsync(inputs);
            Assert.Empty(entry.InitErrors);
        }

        await deployment.NextCommandAsync();
        await entry.RequireSettledAsync(inputs);
        await AssertReadsSilentlyAsync(entry);
    }

    [Fact]
    public async Task Drift_of_what_is_ignored_stays_as_it_was_found()
    {
        await using var deployment = await Deployment.StartAsync();
        Arrange(deployment.World);
        var entry = deployment.Entry(Type);
        var inputs = Wire.Of(AllInputs);
        await entry.CreateAsync(inputs);
        foreach ((var path, var drift) in Drifts)
        {
            drift(deployment.World);
            await deployment.NextCommandAsync();
            await entry.RefreshAsync();
            var kept = inputs.Clone();
            kept.Fields[path] = entry.Inputs.Fields[path];
            var diff = await entry.DiffAsync((await entry.CheckAsync(kept)).Inputs, path);
            Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
            inputs = kept;
        }
    }

    private static void AssertUpdates(string path, DiffResponse? diff)
    {
        Assert.Equal([path], diff!.DetailedDiff.Keys);
        Assert.Equal(PropertyDiff.Types.Kind.Update, diff.DetailedDiff[path].Kind);
        Assert.Empty(diff.Replaces);
    }
}
