using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Rpc;

namespace OvhIplb.Provider.Tests.LoadBalancers;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(420, 420d)]
    [InlineData(60d * 86400, 60d * 86400)]
    [InlineData(1e300, null)]
    public void No_custom_timeout_is_too_long(double seconds, double? expected)
    {
        TimeSpan? timeout = Wire.Timeout(seconds);
        Assert.Equal(expected ?? (seconds > 0 ? TimeSpan.MaxValue.TotalSeconds : null), timeout?.TotalSeconds);
        using Deadline deadline = Deadline.In(timeout ?? TimeSpan.Zero, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(seconds <= 420, deadline.Allowed < TimeSpan.FromDays(49));
    }
}
