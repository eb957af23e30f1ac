using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Worlds;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Unfinished;

/// <summary>What was asked for and not seen to its end is kept, said again, and finished without asking twice.</summary>
public sealed class CancelTests
{
    public static TheoryData<string> Kinds => [.. LongWork.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cancelling_keeps_the_task_and_the_next_update_finishes_it(string kind)
    {
        var work = LongWork.All[kind];
        await using var deployment = await Deployment.StartAsync(LongWork.Length);
        work.Arrange(deployment.World);
        var entry = await CancelledAsync(deployment, work);
        Assert.Contains("because the operation was cancelled", Assert.Single(entry.InitErrors), StringComparison.Ordinal);
        await work.RequireFinishedByTheNextUpdateAsync(deployment, entry, work.Inputs);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Running_out_of_time_keeps_the_task_and_the_next_update_finishes_it(string kind)
    {
        var work = LongWork.All[kind];
        await using var deployment = await Deployment.StartAsync(LongWork.Length);
        work.Arrange(deployment.World);
        var entry = deployment.Entry(work.Type);
        await entry.CreateAsync(work.Inputs, timeout: 5);
        Assert.Contains("after 5 s", Assert.Single(entry.InitErrors), StringComparison.Ordinal);
        await work.RequireFinishedByTheNextUpdateAsync(deployment, entry, work.Inputs);
    }

    [Fact]
    public async Task A_move_that_arrived_meanwhile_is_done_where_making_it_live_is_left_to_others()
    {
        var work = LongWork.All[LongWork.Move];
        await using var deployment = await Deployment.StartAsync(LongWork.Length);
        var inputs = work.Inputs.With("autoRefresh", "false");
        var entry = deployment.Entry(work.Type);
        await entry.CreateAsync(inputs, timeout: 5);
        Assert.NotEmpty(entry.InitErrors);
        deployment.World.Advance(TimeSpan.FromHours(1));

        await deployment.NextCommandAsync();
        await entry.RefreshAsync();
        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await entry.DiffAsync(inputs)).Changes);
    }

    [Fact]
    public async Task A_cancelled_move_that_no_list_shows_yet_is_not_asked_for_again()
    {
        var work = LongWork.All[LongWork.Move];
        await using var deployment = await Deployment.StartAsync(LongWork.Length, listLag: LongWork.Length);
        var entry = await CancelledAsync(deployment, work);
        await work.RequireFinishedByTheNextUpdateAsync(deployment, entry, work.Inputs);
    }

    [Fact]
    public async Task Deleting_while_no_list_shows_the_cancelled_move_yet_waits_for_it_and_parks()
    {
        var work = LongWork.All[LongWork.Move];
        await using var deployment = await Deployment.StartAsync(LongWork.Length, listLag: LongWork.Length);
        var entry = await CancelledAsync(deployment, work);

        await deployment.NextCommandAsync();
        await work.FinishAsync(
            deployment,
            entry.DeleteAsync(),
            ["waiting for the running move of 192.0.2.10/32", "parking 192.0.2.10/32", $"refreshing {DefaultWorld.LoadBalancer}"]);
        Assert.Equal(
            ["POST /ip/192.0.2.10/32/move", "POST /ip/192.0.2.10/32/park", $"POST /ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh"],
            deployment.Requests);
    }

    private static async Task<Entry> CancelledAsync(Deployment deployment, LongWork work)
    {
        var entry = deployment.Entry(work.Type);
        var create = entry.CreateAsync(work.Inputs);
        await deployment.Log.LineAsync(work.StatusLine);
        await LongWork.CancelAsync(deployment, create);
        return entry;
    }
}
