using Microsoft.Extensions.Time.Testing;

namespace OvhSimulator.Tests.Control;

/// <summary>Virtual time that tells when somebody first waits for it to pass.</summary>
internal sealed class WaitingTime : FakeTimeProvider
{
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Complete once a timer runs.</summary>
    public Task SomebodyWaits => _waiting.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waiting.TrySetResult();
        return timer;
    }
}
