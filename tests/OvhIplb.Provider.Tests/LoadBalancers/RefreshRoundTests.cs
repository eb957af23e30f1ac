using OvhIplb.Provider.Process;
using OvhIplb.Provider.Refreshes;

namespace OvhIplb.Provider.Tests.LoadBalancers;

public sealed class RefreshRoundTests
{
    [Fact]
    public async Task Giving_up_holds_nobody_up_who_is_about_to_join()
    {
        var api = new FakeApi();
        var asked = api.Hang($"GET /ipLoadbalancing/{FakeApi.Service}/task?action=refreshIplb&status=doing");
        var round = new RefreshRound(api.Session, FakeApi.Service, []);
        round.TryAdd(new RecordingLog());
        var joined = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);

        // The coordinator's part: its lock is held by somebody who asks to join, and the end of the round waits for that lock.
        round.Start(
            new KeyedLock(),
            () => joined.TrySetResult(Task.Run(() => round.TryAdd(new RecordingLog())).Wait(TimeSpan.FromSeconds(5))));
        await asked;

        // The call is made; those who made it get a turn to begin to wait for it.
        for (var turns = 0; turns < 100; turns++)
        {
            await Task.Run(static () => { }, TestContext.Current.CancellationToken);
        }

        using var cancellation = new CancellationTokenSource();
        var done = round.DoneAsync(cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => done);
        Assert.True(await joined.Task, "Who asked to join was held up.");
    }
}
