using Microsoft.Extensions.Time.Testing;

namespace OvhIplb.Provider.Tests.LoadBalancers;

/// <summary>
/// A fake clock that knows whether an operation under test waits for it: else time would pass by faster than code that runs for the
/// first time.
/// </summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    /// <summary>What is longer is a limit, not a wait.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(59);

    /// <summary>
    /// An operation that waits for no clock, but for something that never comes. What is busy elsewhere gets to run before that.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();

    private readonly HashSet<Wait> _waiting = [];

    private TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > LongestWait || dueTime < TimeSpan.Zero)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        var wait = new Wait(this);
        wait.Timer = base.CreateTimer(
            given =>
            {
                End(wait);
                callback(given);
            },
            state,
            dueTime,
            period);
        Begin(wait);
        return wait;
    }

    /// <summary>Lets a second pass, once the operation waits or has ended.</summary>
    public async Task PassSecondAsync(Task operation)
    {
        Task waits;
        lock (_lock)
        {
            waits = _waits.Task;
        }

        await Task.WhenAny(waits, operation, Task.Delay(Patience, System));
        lock (_lock)
        {
            _waits.TrySetResult();
        }

        Advance(TimeSpan.FromSeconds(1));
    }

    private void Begin(Wait wait)
    {
        lock (_lock)
        {
            if (!wait.HasEnded)
            {
                _waiting.Add(wait);
                _waits.TrySetResult();
            }
        }
    }

    /// <summary>Time is over or the wait was given up: the operation goes on.</summary>
    private void End(Wait wait)
    {
        lock (_lock)
        {
            wait.HasEnded = true;
            _waiting.Remove(wait);
            if (_waiting.Count == 0 && _waits.Task.IsCompleted)
            {
                _waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    private sealed class Wait(WatchedTime time) : ITimer
    {
        public ITimer? Timer { get; set; }

        public bool HasEnded { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => Timer!.Change(dueTime, period);

        public void Dispose()
        {
            time.End(this);
            Timer!.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            time.End(this);
            return Timer!.DisposeAsync();
        }
    }
}
