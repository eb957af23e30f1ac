using Microsoft.Extensions.Time.Testing;

namespace OvhIplb.Api.Tests.Failures;

/// <summary>A clock on which waits shorter than a request's time-out are over at once; all others end when the clock is moved.</summary>
internal sealed class ImpatientTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan Patience = Wire.Api.Options.RequestTimeout;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime < Patience)
        {
            Advance(dueTime);
        }

        return timer;
    }
}
