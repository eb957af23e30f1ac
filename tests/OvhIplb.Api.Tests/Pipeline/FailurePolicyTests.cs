using System.Net;
using OvhIplb.Api.Errors;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Api.Tests.Pipeline;

public sealed class FailurePolicyTests : IDisposable
{
    private static readonly IpBlock Ip = IpBlock.Parse("192.0.2.10");

    private readonly Wire.Api _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Get_is_repeated_until_it_is_answered(int status)
    {
        _api.Transport.Answer((HttpStatusCode)status, "x").Answer((HttpStatusCode)status, "x").Answer("""["gra"]""");
        Assert.Equal(["gra"], await _api.PassTime(Zones()));
        Assert.Equal(3, _api.Transport.Requests.Count);
    }

    [Fact]
    public async Task Get_is_given_up_after_four_attempts_with_growing_waits()
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            _api.Transport.Answer(HttpStatusCode.BadGateway, "<html>Bad Gateway</html>");
        }

        Assert.False((await _api.PassTimeToFailure<UnavailableException>(Zones())).MayHaveTakenEffect);
        Assert.Equal(4, _api.Transport.Requests.Count);
        var at = _api.Transport.Requests.Select(request => request.At).ToArray();
        Assert.InRange((at[1] - at[0]).TotalSeconds, 0, 2);
        Assert.InRange((at[2] - at[1]).TotalSeconds, 0.2, 4);
        Assert.InRange((at[3] - at[2]).TotalSeconds, 1.5, 8);
        Assert.True(at[3] - at[2] > at[1] - at[0]);
    }

    [Fact]
    public async Task Get_is_repeated_after_a_dropped_connection()
    {
        _api.Transport.Fail(new HttpRequestException(HttpRequestError.ResponseEnded)).Answer("[]");
        Assert.Empty(await _api.PassTime(Zones()));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(408)]
    public async Task Post_is_not_repeated_and_says_that_it_may_have_taken_effect(int status)
    {
        _api.Transport.Answer((HttpStatusCode)status, "x");
        var unavailable = await Assert.ThrowsAsync<UnavailableException>(() => _api.Client.Ips.ParkAsync(Ip, Cancellation));
        Assert.True(unavailable.MayHaveTakenEffect);
        Assert.Single(_api.Transport.Requests);
    }

    [Fact]
    public async Task Post_on_its_way_is_not_cut_off_so_that_what_it_began_is_known()
    {
        var answer = new TaskCompletionSource<string>();
        _api.Transport.Answer(answer.Task);
        using var cancellation = new CancellationTokenSource();
        var park = _api.Client.Ips.ParkAsync(Ip, cancellation.Token);
        await cancellation.CancelAsync();
        answer.SetResult("""{"taskId":5,"status":"todo"}""");
        Assert.Equal(5, (await park).TaskId);
    }

    [Fact]
    public async Task Post_is_not_sent_for_a_caller_who_has_given_up()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _api.Client.Ips.ParkAsync(Ip, new CancellationToken(canceled: true)));
        Assert.Empty(_api.Transport.Requests);
    }

    [Fact]
    public async Task Post_is_repeated_after_429_which_had_no_effect()
    {
        _api.Transport.Answer(HttpStatusCode.TooManyRequests, "x").Answer("""{"taskId":7}""");
        Assert.Equal(7, (await _api.PassTime(_api.Client.Ips.ParkAsync(Ip, Cancellation))).TaskId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_does_the_same_when_sent_twice_is_repeated(bool deletes)
    {
        _api.Transport.Answer(HttpStatusCode.InternalServerError, "x").Fail(new HttpRequestException(HttpRequestError.ResponseEnded))
            .Answer("null");
        var call = deletes
            ? _api.Client.Certificates.DeleteAsync("s", 1, Cancellation)
            : _api.Client.Certificates.RenameAsync("s", 1, "name", Cancellation);
        await _api.PassTime(call);
        Assert.Equal(3, _api.Transport.Requests.Count);
    }

    [Fact]
    public async Task Lost_post_is_not_repeated_and_says_that_it_may_have_taken_effect()
    {
        _api.Transport.Fail(new HttpRequestException(HttpRequestError.ResponseEnded));
        var unavailable = await Assert.ThrowsAsync<UnavailableException>(() => _api.Client.Ips.ParkAsync(Ip, Cancellation));
        Assert.True(unavailable.MayHaveTakenEffect);
        Assert.Null(unavailable.StatusCode);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Post_that_was_never_sent_is_repeated(HttpRequestError error)
    {
        _api.Transport.Fail(new HttpRequestException(error)).Answer("""{"taskId":7}""");
        Assert.Equal(7, (await _api.PassTime(_api.Client.Ips.ParkAsync(Ip, Cancellation))).TaskId);
    }

    [Fact]
    public async Task Post_that_could_not_be_sent_has_had_no_effect()
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            _api.Transport.Fail(new HttpRequestException(HttpRequestError.ConnectionError));
        }

        Assert.False((await _api.PassTimeToFailure<UnavailableException>(_api.Client.Ips.ParkAsync(Ip, Cancellation))).MayHaveTakenEffect);
        Assert.Equal(4, _api.Transport.Requests.Count);
    }

    [Theory]
    [InlineData(200, "<html>captive portal</html>")]
    [InlineData(200, "not JSON")]
    [InlineData(403, "<html>Access denied</html>")]
    [InlineData(404, "<html>no such page</html>")]
    public async Task Get_is_repeated_after_an_answer_that_is_not_the_apis(int status, string body)
    {
        _api.Transport.Answer((HttpStatusCode)status, body).Answer("[]");
        Assert.Empty(await _api.PassTime(Zones()));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(460)]
    public async Task What_is_refused_once_is_refused(int status)
    {
        _api.Transport.Answer((HttpStatusCode)status, """{"message":"No"}""");
        await Assert.ThrowsAnyAsync<OvhApiException>(Zones);
        Assert.Single(_api.Transport.Requests);
    }

    [Fact]
    public async Task Silent_server_is_given_up_after_the_time_allowed()
    {
        _api.Transport.Hang();
        var call = _api.Client.Ips.ParkAsync(Ip, Cancellation);
        _api.Time.Advance(TimeSpan.FromSeconds(59.9));
        Assert.False(call.IsCompleted);
        _api.Time.Advance(TimeSpan.FromSeconds(0.1));
        var unavailable = await Assert.ThrowsAsync<UnavailableException>(() => call);
        Assert.True(unavailable.MayHaveTakenEffect);
        Assert.Contains("no answer within 60 s", unavailable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_ends_a_request_and_a_wait_at_once()
    {
        using var cancelled = new CancellationTokenSource();
        _api.Transport.Hang().Answer(HttpStatusCode.ServiceUnavailable, "x");
        var hanging = _api.Client.LoadBalancers.GetZonesAsync("s", cancelled.Token);
        var waiting = _api.Client.LoadBalancers.GetZonesAsync("s", cancelled.Token);
        Assert.Equal(2, _api.Transport.Requests.Count);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private Task<IReadOnlyList<string>> Zones() => _api.Client.LoadBalancers.GetZonesAsync(Wire.Api.Service, Cancellation);
}
