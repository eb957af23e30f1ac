using Microsoft.Extensions.Time.Testing;

namespace OvhIplb.Api.Tests.Failures;

/// <summary>The server's clock, which stands still, and which tells when the server begins to hold a call.</summary>
internal sealed class HoldingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    /// <summary>Longer than any client waits.</summary>
    public static TimeSpan Hold { get; } = TimeSpan.FromDays(1);

    public Action Held { get; set; } = () => { };

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Hold)
        {
            Held();
        }

        return base.CreateTimer(callback, state, dueTime, period);
    }
}
