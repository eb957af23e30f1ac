using System.Net;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Errors;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Api.Tests.Wire;

namespace OvhIplb.Api.Tests.Authentication;

/// <summary>A service account's tokens: when they are asked for, how they are sent, and what happens when they are refused.</summary>
public sealed class ServiceAccountTests : IDisposable
{
    private const string TokenUrl = "https://id.example/auth/oauth2/token";
    private const string ClientSecret = "test-client-secret";

    private readonly Wire.Api _api = new(Wire.Api.Options with
    {
        Credentials = new ServiceAccount("EU.test", ClientSecret, new Uri(TokenUrl)),
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<string?> Sent => _api.Transport.Requests.Select(request => request.Headers.GetValueOrDefault("Authorization"));

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Token_is_asked_for_once_and_sent_with_every_call()
    {
        Issue("first-token", 3599).Answer("[]").Answer("[]");
        await Zones();
        await Zones();
        var question = _api.Transport.Requests[0];
        Assert.Equal(("POST", TokenUrl), (question.Method, question.Url));
        Assert.Equal("grant_type=client_credentials&client_id=EU.test&client_secret=test-client-secret&scope=all", question.Body);
        Assert.Equal([null, "Bearer first-token", "Bearer first-token"], Sent);
        Assert.All(
            _api.Transport.Requests,
            request => Assert.DoesNotContain(request.Headers.Keys, name => name.StartsWith("X-Ovh", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(0, _api.Transport.TimeRequests);
    }

    [Theory]
    [InlineData(3599, 3538)]
    [InlineData(100, 89)]
    public async Task Token_is_renewed_a_little_before_it_expires(int lifetime, int goodFor)
    {
        Issue("first-token", lifetime).Answer("[]").Answer("[]");
        await Zones();
        _api.Time.Advance(TimeSpan.FromSeconds(goodFor));
        await Zones();
        Issue("second-token", lifetime).Answer("[]");
        _api.Time.Advance(TimeSpan.FromSeconds(1));
        await Zones();
        Assert.Equal([null, "Bearer first-token", "Bearer first-token", null, "Bearer second-token"], Sent);
    }

    [Fact]
    public async Task Lifetime_may_have_a_fraction()
    {
        _api.Transport.Answer("""{"access_token":"first-token","expires_in":3599.5}""").Answer("[]");
        await Zones();
        Assert.Equal([null, "Bearer first-token"], Sent);
    }

    [Fact]
    public async Task Renewal_that_fails_for_a_moment_is_tried_again_instead_of_telling_the_refusal()
    {
        Issue("first-token", 3599).Answer(HttpStatusCode.Unauthorized, "{}").Answer(HttpStatusCode.ServiceUnavailable, "x");
        Issue("second-token", 3599).Answer("""{"taskId":7}""");
        Assert.Equal(7, (await _api.PassTime(_api.Client.Ips.ParkAsync(IpBlock.Parse("192.0.2.10"), Cancellation))).TaskId);
        Assert.Equal([null, "Bearer first-token", null, null, "Bearer second-token"], Sent);
    }

    [Fact]
    public async Task Renewal_that_is_refused_leaves_the_refusal_of_the_call_to_be_told()
    {
        Issue("first-token", 3599).Answer(HttpStatusCode.Unauthorized, """{"message":"Who are you"}""")
            .Answer(HttpStatusCode.Unauthorized, """{"error":"invalid_client"}""");
        Assert.Equal("Who are you", (await Assert.ThrowsAsync<AuthenticationRefusedException>(Zones)).ApiMessage);
    }

    [Fact]
    public async Task Failed_question_is_everybodys_failure_and_not_asked_by_each_in_turn()
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            _api.Transport.Hang();
        }

        var calls = Enumerable.Range(0, 5).Select(_ => Zones()).ToArray();
        await _api.PassTimeUntilEnd(Task.WhenAll(calls));
        Assert.All(calls, call => Assert.True(call.IsFaulted));
        Assert.Equal(4, _api.Transport.Requests.Count);
    }

    [Fact]
    public async Task Token_without_an_end_is_used_until_it_is_refused()
    {
        _api.Transport.Answer("""{"access_token":"first-token"}""").Answer("[]").Answer("[]");
        await Zones();
        _api.Time.Advance(TimeSpan.FromDays(100));
        await Zones();
        Assert.Equal(3, _api.Transport.Requests.Count);
    }

    [Theory]
    [InlineData(401, "{}")]
    [InlineData(403, """{"errorCode":"INVALID_CREDENTIAL","message":"This credential is not valid"}""")]
    public async Task Refused_token_is_replaced_and_the_call_sent_again_once_even_if_it_changes_something(int status, string body)
    {
        Issue("first-token", 3599).Answer((HttpStatusCode)status, body);
        Issue("second-token", 3599).Answer((HttpStatusCode)status, body);
        await Assert.ThrowsAsync<AuthenticationRefusedException>(
            () => _api.Client.Ips.ParkAsync(IpBlock.Parse("192.0.2.10"), Cancellation));
        Assert.Equal([null, "Bearer first-token", null, "Bearer second-token"], Sent);
    }

    [Fact]
    public async Task Missing_right_is_no_reason_for_another_token()
    {
        Issue("first-token", 3599).Answer(
            HttpStatusCode.Forbidden,
            """{"class":"Client::Forbidden","message":"User not granted for this request"}""");
        await Assert.ThrowsAsync<ForbiddenException>(Zones);
        Assert.Equal(2, _api.Transport.Requests.Count);
    }

    [Fact]
    public async Task Calls_that_start_together_share_one_question()
    {
        var token = new TaskCompletionSource<string>();
        _api.Transport.Answer(token.Task).Answer("[]").Answer("[]");
        var both = new[] { Zones(), Zones() };
        token.SetResult("""{"access_token":"first-token","expires_in":3599}""");
        await Task.WhenAll(both);
        Assert.Equal([null, "Bearer first-token", "Bearer first-token"], Sent);
    }

    [Fact]
    public async Task Wrong_secret_is_told_in_the_servers_words()
    {
        _api.Transport
            .Answer(HttpStatusCode.Unauthorized, """{"error":"invalid_client","error_description":"Client authentication failed"}""");
        var refused = await Assert.ThrowsAsync<AuthenticationRefusedException>(Zones);
        Assert.Equal(
            $"POST {TokenUrl} was refused: Client authentication failed (HTTP 401, invalid_client). "
            + "Check the client id and client secret, and that the service account was created for this endpoint's region.",
            refused.Message);
    }

    [Fact]
    public async Task Question_for_a_token_is_repeated_before_any_call_because_the_call_was_not_sent()
    {
        _api.Transport.Answer(HttpStatusCode.BadGateway, "<html/>").Fail(new HttpRequestException(HttpRequestError.ResponseEnded));
        Issue("first-token", 3599).Answer("""{"taskId":7}""");
        Assert.Equal(7, (await _api.PassTime(_api.Client.Ips.ParkAsync(IpBlock.Parse("192.0.2.10"), Cancellation))).TaskId);
        Assert.Equal([null, null, null, "Bearer first-token"], Sent);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"access_token":"two words"}""")]
    [InlineData("<html>portal</html>")]
    [InlineData("""{"access_token":"fresh-token","expires_in":"soon"}""")]
    [InlineData("""{"access_token":"fresh-token","expires_i""")]
    public async Task Answer_without_a_usable_token_is_not_quoted_as_it_may_hold_one(string answer)
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            _api.Transport.Answer(answer);
        }

        var unreadable = await _api.PassTimeToFailure<UnavailableException>(Zones());
        Assert.Equal(
            ("POST", TokenUrl, $"an access token is not in the answer ({answer.Length} characters)", false),
            (unreadable.Method, unreadable.Path, unreadable.ApiMessage, unreadable.MayHaveTakenEffect));
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_for_a_token_at_once()
    {
        using var cancelled = new CancellationTokenSource();
        _api.Transport.Hang();
        var call = _api.Client.Ips.ParkAsync(IpBlock.Parse("192.0.2.10"), cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private FakeTransport Issue(string token, int lifetime)
        => _api.Transport.Answer($$"""{"access_token":"{{token}}","token_type":"Bearer","expires_in":{{lifetime}},"scope":"all"}""");

    private Task<IReadOnlyList<string>> Zones() => _api.Client.LoadBalancers.GetZonesAsync(Wire.Api.Service, Cancellation);
}
