using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Unfinished;

/// <summary>What was asked for and not seen to its end is kept, said again, and finished without asking twice.</summary>
public sealed class CancelTests
{
    // A cancelled operation is to answer at once; the rest is for a machine that is busy with other tests.
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(3);

    public static TheoryData<string> Kinds => [.. LongWork.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cancelling_keeps_the_task_and_the_next_update_finishes_it(string kind)
    {
        LongWork work = LongWork.All[kind];
        await using Deployment deployment = await Deployment.StartAsync(LongWork.Length);
        work.Arrange(deployment.World);
        Entry entry = deployment.Entry(work.Type);
        Task create = entry.CreateAsync(work.Inputs);
        await deployment.Log.LineAsync(work.StatusLine);

        long start = Stopwatch.GetTimestamp();
        await deployment.Provider.CancelAsync(new Empty());
        await create;
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Prompt);
        Assert.Contains("because the operation was cancelled", Assert.Single(entry.InitErrors), StringComparison.Ordinal);
        await RequireFinishedByTheNextUpdateAsync(deployment, entry, work);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Running_out_of_time_keeps_the_task_and_the_next_update_finishes_it(string kind)
    {
        LongWork work = LongWork.All[kind];
        await using Deployment deployment = await Deployment.StartAsync(LongWork.Length);
        work.Arrange(deployment.World);
        Entry entry = deployment.Entry(work.Type);
        await entry.CreateAsync(work.Inputs, timeout: 1);
        Assert.Contains("after 1 s", Assert.Single(entry.InitErrors), StringComparison.Ordinal);
        await RequireFinishedByTheNextUpdateAsync(deployment, entry, work);
    }

    [Fact]
    public async Task A_move_that_arrived_meanwhile_is_done_where_making_it_live_is_left_to_others()
    {
        LongWork work = LongWork.All[LongWork.Move];
        await using Deployment deployment = await Deployment.StartAsync(LongWork.Length);
        Struct inputs = work.Inputs.With("autoRefresh", "false");
        Entry entry = deployment.Entry(work.Type);
        await entry.CreateAsync(inputs, timeout: 1);
        Assert.NotEmpty(entry.InitErrors);
        deployment.World.Advance(TimeSpan.FromHours(1));

        await deployment.NextCommandAsync();
        await entry.RefreshAsync();
        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await entry.DiffAsync(inputs)).Changes);
    }

    private static async Task RequireFinishedByTheNextUpdateAsync(Deployment deployment, Entry entry, LongWork work)
    {
        Assert.Equal(work.Id, entry.Id);
        Assert.Equal(work.Phase, entry.State.Text("phase"));
        Assert.NotNull(entry.State.Text("taskId"));

        // A plain read would make the engine believe that all is well.
        await deployment.NextCommandAsync();
        await entry.RefreshAsync();
        Assert.NotEmpty(entry.InitErrors);
        Assert.Equal(work.Id, entry.Id);
        Assert.Equal(work.Phase, entry.State.Text("phase"));

        await deployment.NextCommandAsync();
        deployment.Log.Clear();
        await work.FinishAsync(deployment, entry.UpdateAsync(work.Inputs));
        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Equal(work.RequestsAfterAll, deployment.World.Writes.Select(static call => $"{call.Method} {Uri.UnescapeDataString(call.Path)}"));
    }
}
