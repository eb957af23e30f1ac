using Microsoft.Extensions.Time.Testing;
using OvhIplb.Provider.Framework.Rpc;
using OvhIplb.Provider.Process;

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
        var timeout = Wire.Timeout(seconds);
        Assert.Equal(expected ?? (seconds > 0 ? TimeSpan.MaxValue.TotalSeconds : null), timeout?.TotalSeconds);
        using var deadline = Deadline.In(timeout ?? TimeSpan.Zero, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(seconds <= 420, deadline.Allowed < TimeSpan.FromDays(49));
    }

    [Fact]
    public void Each_stage_has_a_default_of_its_own()
    {
        var time = new FakeTimeProvider();
        using var deadline = Deadline.In(chosen: null, TimeSpan.FromMinutes(10), time, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMinutes(9));
        deadline.Continue(TimeSpan.FromMinutes(15));
        time.Advance(TimeSpan.FromMinutes(14));
        Assert.False(deadline.Token.IsCancellationRequested);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(deadline.Token.IsCancellationRequested);
        Assert.Equal("after 15 min", deadline.Reason);
    }

    [Fact]
    public void What_the_user_chose_is_for_all_stages_together()
    {
        var time = new FakeTimeProvider();
        using var deadline = Deadline.In(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), time, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMinutes(4));
        deadline.Continue(TimeSpan.FromMinutes(15));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("after 5 min", deadline.Reason);
    }
}
