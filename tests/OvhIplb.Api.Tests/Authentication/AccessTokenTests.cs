using System.Net;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Errors;

namespace OvhIplb.Api.Tests.Authentication;

public sealed class AccessTokenTests : IDisposable
{
    private readonly Wire.Api _api = new(Wire.Api.Options with { Credentials = new AccessToken("test-access-token") });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Token_is_all_that_is_sent()
    {
        _api.Transport.Answer("[]");
        await _api.Client.LoadBalancers.GetZonesAsync(Wire.Api.Service, Cancellation);
        var sent = Assert.Single(_api.Transport.Requests);
        Assert.Equal("Bearer test-access-token", sent.Headers["Authorization"]);
        Assert.DoesNotContain(sent.Headers.Keys, name => name.StartsWith("X-Ovh", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, _api.Transport.TimeRequests);
    }

    [Fact]
    public async Task Token_that_is_no_longer_good_says_so()
    {
        _api.Transport.Answer(
            HttpStatusCode.Forbidden,
            """{"errorCode":"INVALID_CREDENTIAL","httpCode":"403 Forbidden","message":"This credential is not valid"}""");
        var refused = await Assert.ThrowsAsync<AuthenticationRefusedException>(
            () => _api.Client.LoadBalancers.GetZonesAsync(Wire.Api.Service, Cancellation));
        Assert.Equal("The consumer key or access token has expired, was revoked or never validated: create another.", refused.NextStep);
        Assert.Single(_api.Transport.Requests);
    }

    [Fact]
    public async Task Time_is_asked_for_without_it()
    {
        await _api.Client.Authentication.GetTimeAsync(Cancellation);
        Assert.Equal(1, _api.Transport.TimeRequests);
    }
}
