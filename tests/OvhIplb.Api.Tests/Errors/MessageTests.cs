using System.Net;
using OvhIplb.Api.Errors;

namespace OvhIplb.Api.Tests.Errors;

/// <summary>The golden text of each kind of failure, and that it is the right kind.</summary>
public sealed class MessageTests : IDisposable
{
    private static readonly (string, string) QueryId = ("X-Ovh-QueryID", "EU.ext-1.5860f657.4632.0180");

    private readonly Wire.Api _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _api.Dispose();

    [Fact]
    public Task Not_found() => Expect<NotFoundException>(
        404,
        """{"class":"Client::NotFound","message":"This service does not exist"}""",
        "POST /ipLoadbalancing/lb/refresh was refused: This service does not exist (HTTP 404, Client::NotFound, OVH query id "
            + "EU.ext-1.5860f657.4632.0180). "
        + "Check the name, and that it belongs to the account and region these credentials are for.");

    [Theory]
    [InlineData("", "(the API gave no reason) (HTTP 404")]
    [InlineData("<html>no such page</html>", "<html>no such page</html> (HTTP 404")]
    [InlineData("{}", "{} (HTTP 404")]
    [InlineData("{\"status\":404,\"error\":\"Not Found\"}", "{\"status\":404,\"error\":\"Not Found\"} (HTTP 404, Not Found")]
    public Task Not_found_by_something_that_is_not_the_api_says_nothing_of_the_object(
        string body,
        string said) => Expect<UnavailableException>(
        404,
        body,
        $"POST /ipLoadbalancing/lb/refresh was refused: {said}, OVH query id EU.ext-1.5860f657.4632.0180). "
        + "Check the endpoint and the network, and OVHcloud's status page; then run again.");

    [Fact]
    public async Task Forbidden_names_the_missing_actions()
    {
        var refused = await Expect<ForbiddenException>(
            403,
            """
            {"class":"Client::Forbidden","message":"User not granted for this request",
             "details":{"unauthorizedActionsByAuthentication":"","unauthorizedActionsByIAM":"loadbalancer:apiovh:refresh"}}
            """,
            "POST /ipLoadbalancing/lb/refresh was refused: User not granted for this request "
            + "(HTTP 403, Client::Forbidden, OVH query id EU.ext-1.5860f657.4632.0180). "
            + "Allow loadbalancer:apiovh:refresh in an IAM policy for these credentials.");
        Assert.Equal(["loadbalancer:apiovh:refresh"], refused.MissingActions);
        Assert.Equal("loadbalancer:apiovh:refresh", refused.Details["unauthorizedActionsByIAM"]);
    }

    [Fact]
    public Task Forbidden_without_details() => Expect<ForbiddenException>(
        403,
        """{"errorCode":"FORBIDDEN","httpCode":"403 Forbidden","message":"No"}""",
        "POST /ipLoadbalancing/lb/refresh was refused: No (HTTP 403, FORBIDDEN, OVH query id EU.ext-1.5860f657.4632.0180). "
        + "Give these credentials the right to make this call.");

    [Fact]
    public Task Details_are_told() => Expect<InvalidRequestException>(
        400,
        """{"class":"Client::BadRequest","message":"Invalid","details":{"reason":"farm 12 is not in the vRack","empty":""}}""",
        "POST /ipLoadbalancing/lb/refresh was refused: Invalid (HTTP 400, Client::BadRequest, OVH query id EU.ext-1.5860f657.4632.0180); "
        + "reason: farm 12 is not in the vRack. Change what the message names, then run again.");

    [Fact]
    public Task Conflict() => Expect<ConflictException>(
        409,
        """{"class":"Client::Conflict","message":"A task is already running."}""",
        "POST /ipLoadbalancing/lb/refresh was refused: A task is already running (HTTP 409, Client::Conflict, OVH query id "
            + "EU.ext-1.5860f657.4632.0180). "
        + "Wait for what is under way on it to finish, then run again.");

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public Task Invalid_request(int status) => Expect<InvalidRequestException>(
        status,
        """{"message":"Unknown zone"}""",
        $"POST /ipLoadbalancing/lb/refresh was refused: Unknown zone (HTTP {status}, OVH query id EU.ext-1.5860f657.4632.0180). "
        + "Change what the message names, then run again.");

    [Fact]
    public Task Expired() => Expect<ExpiredServiceException>(
        460,
        """{"class":"Client::Expired","message":"This service is expired"}""",
        "POST /ipLoadbalancing/lb/refresh was refused: This service is expired (HTTP 460, Client::Expired, OVH query id "
            + "EU.ext-1.5860f657.4632.0180). "
        + "Renew the service in OVHcloud's control panel, or take it out of the program.");

    [Theory]
    [InlineData(403, "NOT_CREDENTIAL", "Check the consumer key or access token, and that it belongs to this application key and region.")]
    [InlineData(403, "INVALID_CREDENTIAL", "The consumer key or access token has expired, was revoked or never validated: create another.")]
    [InlineData(403, "NOT_GRANTED_CALL", "Create a consumer key whose access rules cover POST /ipLoadbalancing/lb/refresh.")]
    [InlineData(401, "OTHER", "Check the credentials.")]
    public Task Authentication_refused(int status, string code, string nextStep) => Expect<AuthenticationRefusedException>(
        status,
        $$"""{"errorCode":"{{code}}","httpCode":"{{status}}","message":"Not you"}""",
        $"POST /ipLoadbalancing/lb/refresh was refused: Not you (HTTP {status}, {code}, OVH query id EU.ext-1.5860f657.4632.0180). "
            + $"{nextStep}");

    [Theory]
    [InlineData(400, "INVALID_SIGNATURE", "Check the application secret.")]
    [InlineData(400, "QUERY_TIME_OUT", "Check this machine's clock: it runs apart from OVH's.")]
    [InlineData(403, "INVALID_KEY", "Check the application key, and that it was created for this endpoint's region.")]
    public Task Signature_refused_twice(int status, string code, string nextStep)
    {
        var body = $$"""{"errorCode":"{{code}}","message":"Not you"}""";
        _api.Transport.Answer((HttpStatusCode)status, body, QueryId);
        return Authentication_refused(status, code, nextStep);
    }

    [Fact]
    public Task Html_of_a_proxy_is_kept_as_text() => Expect<UnavailableException>(
        502,
        "<html>\n  <h1>502 Bad Gateway</h1>\n</html>\n",
        "POST /ipLoadbalancing/lb/refresh failed: <html> <h1>502 Bad Gateway</h1> </html> (HTTP 502, OVH query id "
            + "EU.ext-1.5860f657.4632.0180). "
        + "It may have taken effect all the same: look at the object before repeating the call.");

    [Fact]
    public async Task Raw_text_is_cut()
    {
        var refused = await Expect<InvalidRequestException>(400, new string('x', 5000), expected: null);
        Assert.Equal(501, refused.ApiMessage.Length);
    }

    [Fact]
    public Task Empty_answer() => Expect<UnavailableException>(
        500,
        "",
        "POST /ipLoadbalancing/lb/refresh failed: (the API gave no reason) (HTTP 500, OVH query id EU.ext-1.5860f657.4632.0180). "
        + "It may have taken effect all the same: look at the object before repeating the call.");

    [Fact]
    public Task Redirect() => Expect<UnavailableException>(
        301,
        "",
        "POST /ipLoadbalancing/lb/refresh was refused: (the API gave no reason) (HTTP 301, OVH query id EU.ext-1.5860f657.4632.0180). "
        + "Check the endpoint: something redirects what is sent there.");

    [Theory]
    [InlineData("<html>captive portal</html>", "<html>captive portal</html>")]
    [InlineData("null", "not as documented at $")]
    [InlineData("{}", "not as documented at $")]
    [InlineData("[1]", "not as documented at $")]
    [InlineData("{\"id\":1,\"zones\":7,\"metricsToken\":\"hush\"}", "not as documented at $.zones")]
    public async Task Success_that_cannot_be_read(string body, string shown)
    {
        var unreadable = await Expect<UnavailableException>(
            200,
            body,
            $"POST /ipLoadbalancing/lb/refresh got an answer that cannot be read: {shown} (HTTP 200, OVH query id "
                + $"EU.ext-1.5860f657.4632.0180). "
            + "It may have taken effect all the same: look at the object before repeating the call.");
        Assert.True(unreadable.MayHaveTakenEffect);
    }

    [Fact]
    public async Task No_answer()
    {
        var lost = await NeverAnswered(new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (127.0.0.1:1)"));
        Assert.Equal(
            "POST /ipLoadbalancing/lb/refresh got no answer: Connection refused (127.0.0.1:1). "
            + "Check the endpoint and the network, and OVHcloud's status page; then run again.",
            lost.Message);
    }

    [Fact]
    public async Task No_answer_tells_the_innermost_cause()
    {
        var lost = await NeverAnswered(new HttpRequestException(
            HttpRequestError.SecureConnectionError,
            "The SSL connection could not be established.",
            new IOException("wrapped", new InvalidOperationException("the certificate has expired."))));
        Assert.Equal("The SSL connection could not be established: the certificate has expired.", lost.ApiMessage);
    }

    [Fact]
    public async Task Rate_limited()
    {
        _api.Transport.Answer(HttpStatusCode.TooManyRequests, """{"message":"Too many requests"}""", ("Retry-After", "600"));
        var limited = await Assert.ThrowsAsync<RateLimitedException>(Refresh);
        Assert.Equal(
            "POST /ipLoadbalancing/lb/refresh was refused: Too many requests (HTTP 429). "
            + "Wait 600 s, then run again; see whether something else uses the same credentials.",
            limited.Message);
        Assert.False(limited.MayHaveTakenEffect);
    }

    private async Task<UnavailableException> NeverAnswered(Exception reason)
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            _api.Transport.Fail(reason);
        }

        return await _api.PassTimeToFailure<UnavailableException>(Refresh());
    }

    private Task Refresh() => _api.Client.LoadBalancers.RefreshAsync("lb", null, Cancellation);

    private async Task<T> Expect<T>(int status, string body, string? expected)
        where T : OvhApiException
    {
        _api.Transport.Answer((HttpStatusCode)status, body, QueryId);
        var refused = await Assert.ThrowsAsync<T>(Refresh);
        Assert.Equal(expected ?? refused.Message, refused.Message);
        Assert.Equal("POST", refused.Method);
        Assert.Equal("/ipLoadbalancing/lb/refresh", refused.Path);
        Assert.Equal(status, refused.StatusCode);
        Assert.Equal(QueryId.Item2, refused.QueryId);
        return refused;
    }
}
