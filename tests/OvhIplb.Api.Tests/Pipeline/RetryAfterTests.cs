using System.Net;
using OvhIplb.Api.Errors;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Api.Tests.Pipeline;

/// <summary>When a call is repeated: what the server asks for, or what spreads those who were refused.</summary>
public sealed class RetryAfterTests : IDisposable
{
    private static readonly IpBlock Ip = IpBlock.Parse("192.0.2.10");

    private readonly Wire.Api _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("17")]
    [InlineData("Tue, 14 Nov 2023 22:13:37 GMT")]
    public async Task Retry_after_is_honoured(string value)
    {
        _api.Transport.Answer(HttpStatusCode.TooManyRequests, "x", ("Retry-After", value)).Answer("[]");
        await _api.PassTime(Zones());
        Assert.InRange(SecondsBetween(_api, 0, 1), 17, 19);
    }

    [Theory]
    [InlineData("Tue, 14 Nov 2023 22:00:00 GMT")]
    [InlineData("0")]
    public async Task Retry_after_that_is_past_means_in_a_second(string value)
    {
        _api.Transport.Answer(HttpStatusCode.TooManyRequests, "x", ("Retry-After", value)).Answer("[]");
        await _api.PassTime(Zones());
        Assert.InRange(SecondsBetween(_api, 0, 1), 1, 1.2);
    }

    [Fact]
    public async Task Date_of_retry_after_is_by_the_servers_clock()
    {
        _api.Transport.Answer(
            HttpStatusCode.TooManyRequests, "x", ("Date", "Tue, 14 Nov 2023 20:00:00 GMT"), ("Retry-After", "Tue, 14 Nov 2023 20:00:17 "
                + "GMT")).Answer("[]");
        await _api.PassTime(Zones());
        Assert.InRange(SecondsBetween(_api, 0, 1), 17, 19);
    }

    [Fact]
    public async Task Limit_without_a_time_is_outlasted()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            _api.Transport.Answer(HttpStatusCode.TooManyRequests, "x");
        }

        _api.Transport.Answer("[]");
        await _api.PassTime(Zones());
        Assert.InRange(SecondsBetween(_api, 0, 3), 52, 89);
    }

    [Fact]
    public async Task Callers_who_were_refused_together_do_not_come_back_together()
    {
        var waits = new List<double>();
        for (var seed = 0; seed < 5; seed++)
        {
            using var api = new Wire.Api(seed: seed);
            api.Transport.Answer(HttpStatusCode.ServiceUnavailable, "x").Answer("[]");
            await api.PassTime(api.Client.LoadBalancers.GetZonesAsync(Wire.Api.Service, Cancellation));
            waits.Add(SecondsBetween(api, 0, 1));
        }

        Assert.True(waits.Distinct().Count() > 1, string.Join(' ', waits));
    }

    [Fact]
    public async Task Retry_after_of_an_hour_is_told_instead_of_waited_for()
    {
        _api.Transport.Answer(HttpStatusCode.TooManyRequests, "x", ("Retry-After", "3600"));
        var limited = await Assert.ThrowsAsync<RateLimitedException>(Zones);
        Assert.Equal(TimeSpan.FromHours(1), limited.RetryAfter);
    }

    [Fact]
    public async Task Retry_after_of_an_overloaded_server_is_honoured_too()
    {
        _api.Transport.Answer(HttpStatusCode.ServiceUnavailable, "x", ("Retry-After", "17")).Answer("[]");
        await _api.PassTime(Zones());
        Assert.InRange(SecondsBetween(_api, 0, 1), 17, 19);
    }

    [Fact]
    public async Task Each_attempt_is_signed_anew()
    {
        _api.Transport.Answer(HttpStatusCode.TooManyRequests, "x", ("Retry-After", "100")).Answer("""{"taskId":7}""");
        await _api.PassTime(_api.Client.Ips.ParkAsync(Ip, Cancellation));
        Assert.All(
            _api.Transport.Requests,
            request => Assert.Equal($"{request.At.ToUnixTimeSeconds()}", request.Headers["X-Ovh-Timestamp"]));
        Assert.InRange(SecondsBetween(_api, 0, 1), 100, 111);
    }

    private static double SecondsBetween(Wire.Api api, int first, int second)
        => (api.Transport.Requests[second].At - api.Transport.Requests[first].At).TotalSeconds;

    private Task<IReadOnlyList<string>> Zones() => _api.Client.LoadBalancers.GetZonesAsync(Wire.Api.Service, Cancellation);
}
