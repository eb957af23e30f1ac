using Microsoft.Extensions.Time.Testing;

namespace OvhIplb.Provider.Tests.LoadBalancers;

/// <summary>
/// A fake clock that knows whether the operation under test waits for it: else time would pass by faster than code that runs for the
/// first time.
/// </summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    /// <summary>What is longer is a limit, not a wait.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(59);

    /// <summary>An operation that waits for no clock, but for something that never comes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > LongestWait || dueTime < TimeSpan.Zero)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        ITimer timer = base.CreateTimer(
            given =>
            {
                _waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                callback(given);
            },
            state,
            dueTime,
            period);
        _waits.TrySetResult();
        return timer;
    }

    /// <summary>Lets a second pass, once the operation waits or has ended.</summary>
    public async Task PassSecondAsync(Task operation)
    {
        await Task.WhenAny(_waits.Task, operation, Task.Delay(Patience, System));
        _waits.TrySetResult();
        Advance(TimeSpan.FromSeconds(1));
    }
}
