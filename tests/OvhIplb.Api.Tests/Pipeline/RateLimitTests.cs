namespace OvhIplb.Api.Tests.Pipeline;

public sealed class RateLimitTests
{
    private static readonly OvhClientOptions ThreeThenOneASecond = Wire.Api.Options with { RateLimit = new RateLimit(3, 1) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_beyond_the_burst_go_out_one_a_second()
    {
        using var api = new Wire.Api(ThreeThenOneASecond);
        var calls = Enumerable.Range(0, 5).Select(_ => Call(api, Cancellation)).ToArray();
        await api.PassTime(Task.WhenAll(calls));

        // The question for the time is the first of the burst of three.
        var start = api.Transport.Requests[0].At;
        Assert.Equal([0, 0, 1, 2, 3], api.Transport.Requests.Select(request => Math.Round((request.At - start).TotalSeconds)));
    }

    [Fact]
    public async Task What_waits_for_its_turn_is_signed_when_it_is_sent()
    {
        using var api = new Wire.Api(Wire.Api.Options with { RateLimit = new RateLimit(2, 0.01) });
        await Call(api, Cancellation);
        await api.PassTimeUntilEnd(Call(api, Cancellation));
        var sent = api.Transport.Requests[1];
        Assert.Equal(100, (sent.At - api.Transport.Requests[0].At).TotalSeconds, 1d);
        Assert.Equal($"{sent.At.ToUnixTimeSeconds()}", sent.Headers["X-Ovh-Timestamp"]);
    }

    [Fact]
    public async Task Server_that_has_had_enough_of_one_call_is_left_alone_by_all()
    {
        using var api = new Wire.Api();
        api.Transport.Answer(System.Net.HttpStatusCode.TooManyRequests, "x", ("Retry-After", "30")).Answer("[]").Answer("[]");
        var refused = api.Client.LoadBalancers.GetZonesAsync("s", Cancellation);
        var other = api.Client.LoadBalancers.GetZonesAsync("s", Cancellation);
        Assert.Single(api.Transport.Requests);
        await api.PassTimeUntilEnd(Task.WhenAll(refused, other));
        Assert.All(api.Transport.Requests.Skip(1), request => Assert.True((request.At - api.Transport.Requests[0].At).TotalSeconds >= 30));
    }

    [Fact]
    public async Task Cancelled_wait_ends_at_once_and_gives_its_turn_back()
    {
        using var api = new Wire.Api(ThreeThenOneASecond);
        using var cancelled = new CancellationTokenSource();
        await Task.WhenAll(Call(api, Cancellation), Call(api, Cancellation));
        var waiting = Call(api, cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        var next = Call(api, Cancellation);
        api.Time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(next.IsCompleted);
        api.Time.Advance(TimeSpan.FromSeconds(0.1));
        await next;
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Limit_that_lets_nothing_through_is_refused(int burst, double perSecond)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit(burst, perSecond));

    private static Task Call(Wire.Api api, CancellationToken cancellationToken)
    {
        api.Transport.Answer("[]");
        return api.Client.LoadBalancers.GetZonesAsync("s", cancellationToken);
    }
}
