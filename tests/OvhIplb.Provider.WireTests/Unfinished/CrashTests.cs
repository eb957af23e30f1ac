using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Unfinished;

/// <summary>The plugin dies in the middle of a create, so that the state knows nothing; the next create finds what is under way.</summary>
public sealed class CrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_block_that_a_killed_update_brought_back_has_another_revision_for_whoever_makes_it_live(bool isReadFirst)
    {
        await using var deployment = await Deployment.StartAsync(LongWork.Length);
        var work = LongWork.All[LongWork.Move];
        var inputs = work.Inputs.With("autoRefresh", "false");
        var entry = deployment.Entry(work.Type);
        await work.FinishAsync(deployment, entry.CreateAsync(inputs), [work.StatusLine]);
        var revision = entry.State.Text("revision");
        deployment.World.Change(static world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo = null);
        await deployment.NextCommandAsync();
        await entry.RefreshAsync();

        deployment.Log.Clear();
        var update = entry.UpdateAsync(inputs);
        await deployment.Log.LineAsync(work.StatusLine);
        await deployment.CrashAsync(update);
        deployment.World.Advance(LongWork.Length);

        if (isReadFirst)
        {
            await entry.RefreshAsync();
        }
        else
        {
            await entry.UpdateAsync(inputs);
        }

        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.NotEqual(revision, entry.State.Text("revision"));
    }

    [Theory]
    [InlineData(LongWork.Move)]
    [InlineData(LongWork.Order)]
    public async Task The_next_create_joins_what_is_under_way(string kind)
    {
        var work = LongWork.All[kind];
        await using var deployment = await Deployment.StartAsync(LongWork.Length);
        work.Arrange(deployment.World);
        var create = deployment.Entry(work.Type).CreateAsync(work.Inputs);
        await deployment.Log.LineAsync(work.StatusLine);
        await deployment.CrashAsync(create);

        deployment.Log.Clear();
        var entry = deployment.Entry(work.Type);
        await work.FinishAsync(deployment, entry.CreateAsync(work.Inputs));
        Assert.Empty(entry.InitErrors);
        Assert.Equal(work.Id, entry.Id);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Equal(work.Requests, deployment.Requests);
    }

    [Fact]
    public async Task A_parking_that_ended_meanwhile_is_made_live_by_the_next_delete_and_only_by_that()
    {
        var work = LongWork.All[LongWork.Move];
        await using var deployment = await Deployment.StartAsync(LongWork.Length);
        deployment.World
            .Change(static world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo = DefaultWorld.LoadBalancer);
        var entry = deployment.Entry(work.Type);
        await entry.CreateAsync(work.Inputs.With("autoRefresh", "false").With("onDelete", "\"park\""));
        await deployment.NextCommandAsync();
        var delete = entry.DeleteAsync();
        await deployment.Log.LineAsync("parking 192.0.2.10/32");
        await deployment.CrashAsync(delete);
        deployment.World.Advance(LongWork.Length);
        deployment.World.ClearCalls();

        delete = entry.DeleteAsync();
        await deployment.Log.LineAsync($"refreshing {DefaultWorld.LoadBalancer}");
        deployment.World.Advance(LongWork.Length);
        await delete;
        Assert.EndsWith("/refresh", Assert.Single(deployment.World.Writes).Path, StringComparison.Ordinal);

        await deployment.NextCommandAsync();
        await entry.DeleteAsync();
        Assert.Single(deployment.World.Writes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_move_back_that_ended_meanwhile_is_made_live_by_the_next_update(bool isReadFirst)
    {
        var work = LongWork.All[LongWork.Move];
        await using var deployment = await Deployment.StartAsync(LongWork.Length);
        var entry = deployment.Entry(work.Type);
        await work.FinishAsync(deployment, entry.CreateAsync(work.Inputs));
        deployment.World.Change(static world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo = null);
        await entry.RefreshAsync();
        await deployment.NextCommandAsync();
        deployment.Log.Clear();
        var update = entry.UpdateAsync(work.Inputs);
        await deployment.Log.LineAsync(work.StatusLine);
        await deployment.CrashAsync(update);
        deployment.World.Advance(LongWork.Length);
        deployment.World.ClearCalls();

        if (isReadFirst)
        {
            await entry.RefreshAsync();
            Assert.Contains("what is left is to make it live", Assert.Single(entry.InitErrors), StringComparison.Ordinal);
        }

        deployment.Log.Clear();
        update = entry.UpdateAsync(work.Inputs);
        await deployment.Log.LineAsync($"refreshing {DefaultWorld.LoadBalancer}");
        deployment.World.Advance(LongWork.Length);
        await update;
        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.EndsWith("/refresh", Assert.Single(deployment.World.Writes).Path, StringComparison.Ordinal);
    }
}
