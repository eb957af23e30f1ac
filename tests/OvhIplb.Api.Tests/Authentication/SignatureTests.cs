using System.Security.Cryptography;
using System.Text;
using CsCheck;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Errors;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Api.Tests.Wire;
using static OvhIplb.Api.Tests.Wire.Api;

namespace OvhIplb.Api.Tests.Authentication;

public sealed class SignatureTests : IDisposable
{
    private static readonly IpBlock Ip = IpBlock.Parse("192.0.2.10");

    private readonly Wire.Api _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Get_without_body()
    {
        _api.Transport.Answer("""{"ip":"192.0.2.10/32","type":"failover","routedTo":null}""");
        await _api.Client.Ips.GetAsync(Ip, Cancellation);
        AssertSigned("https://eu.api.ovh.com/1.0/ip/192.0.2.10%2F32", "$1$f39980364e2cf85b8e250271855570444b4a91d6");
    }

    [Fact]
    public async Task Post_with_body()
    {
        _api.Transport.Answer("""{"taskId":7}""");
        await _api.Client.Ips.MoveAsync(Ip, Service, Cancellation);
        AssertSigned("https://eu.api.ovh.com/1.0/ip/192.0.2.10%2F32/move", "$1$15eee608ea8c3e4c9076c7f4b8378cd28e560ea9");
        Assert.Equal($$"""{"to":"{{Service}}"}""", _api.Transport.Requests[0].Body);
    }

    [Fact]
    public async Task Get_with_query()
    {
        _api.Transport.Answer("[]");
        await _api.Client.LoadBalancers.ListTasksAsync(
            Service, LoadBalancerTaskAction.RefreshIplb, LoadBalancerTaskStatus.Todo, Cancellation);
        AssertSigned(
            $"https://eu.api.ovh.com/1.0/ipLoadbalancing/{Service}/task?action=refreshIplb&status=todo",
            "$1$2370eafc37743d3d99d2b8b793ccc997e6737cbd");
    }

    [Fact]
    public void Any_method_url_and_body_is_signed_as_sent() =>
        Gen.Select(Gen.String, Gen.String, Gen.Int[0, 2]).Sample(
            (name, value, method) =>
            {
                if (name is "" or "." or "..")
                {
                    return;
                }

                using var api = new Wire.Api();
                api.Transport.Answer("""{"id":1,"taskId":1,"serviceName":"s"}""");
                var call = method switch
                {
                    0 => api.Client.LoadBalancers.GetAsync(name, Cancellation),
                    1 => api.Client.Certificates.OrderFreeAsync(name, [value], Cancellation),
                    _ => api.Client.Certificates.DeleteAsync(name, value.Length, Cancellation),
                };
                Assert.True(call.IsCompletedSuccessfully);
                var sent = api.Transport.Requests[0];
                Assert.Equal(IndependentSignature(sent), sent.Headers["X-Ovh-Signature"]);
            },
            iter: 300);

    [Fact]
    public async Task Timestamp_is_the_servers()
    {
        _api.Transport.ClockDifference = TimeSpan.FromSeconds(-1234);
        _api.Transport.Answer("[]").Answer("[]");
        await _api.Client.LoadBalancers.GetZonesAsync(Service, Cancellation);
        _api.Time.Advance(TimeSpan.FromSeconds(100));
        await _api.Client.LoadBalancers.GetZonesAsync(Service, Cancellation);
        Assert.Equal(["1699998766", "1699998866"], _api.Transport.Requests.Select(request => request.Headers["X-Ovh-Timestamp"]));
        Assert.Equal(1, _api.Transport.TimeRequests);
    }

    [Theory]
    [InlineData(400, "INVALID_SIGNATURE")]
    [InlineData(400, "QUERY_TIME_OUT")]
    [InlineData(403, "INVALID_KEY")]
    public async Task Refused_signature_has_the_clock_read_anew_and_the_call_repeated(int status, string code)
    {
        _api.Transport.Answer("[]").Answer((System.Net.HttpStatusCode)status, $$"""{"errorCode":"{{code}}","message":"No"}""")
            .Answer("""{"taskId":7}""");
        await _api.Client.LoadBalancers.GetZonesAsync(Service, Cancellation);
        _api.Transport.ClockDifference = TimeSpan.FromSeconds(500);
        await _api.Client.Ips.ParkAsync(Ip, Cancellation);
        Assert.Equal(
            ["1700000000", "1700000000", "1700000500"],
            _api.Transport.Requests.Select(request => request.Headers["X-Ovh-Timestamp"]));
        Assert.Equal(IndependentSignature(_api.Transport.Requests[2]), _api.Transport.Requests[2].Headers["X-Ovh-Signature"]);
    }

    [Fact]
    public async Task Refused_signature_is_repeated_only_once()
    {
        const string Refusal = """{"errorCode":"INVALID_SIGNATURE","message":"Invalid signature"}""";
        _api.Transport.Answer(System.Net.HttpStatusCode.BadRequest, Refusal).Answer(System.Net.HttpStatusCode.BadRequest, Refusal);
        var refused = await Assert.ThrowsAsync<AuthenticationRefusedException>(() => _api.Client.Ips.ParkAsync(Ip, Cancellation));
        Assert.Equal(2, _api.Transport.Requests.Count);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(ConsumerKey, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_itself_is_asked_for_without_a_signature()
    {
        Assert.Equal(_api.Time.GetUtcNow(), await _api.Client.Authentication.GetTimeAsync(Cancellation));
        Assert.Equal(1, _api.Transport.TimeRequests);
    }

    [Fact]
    public void Credentials_do_not_print_themselves()
    {
        var printed = $"{Options} {Options.Credentials}";
        Assert.DoesNotContain(Secret, printed, StringComparison.Ordinal);
        Assert.DoesNotContain(ConsumerKey, printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hush hush")]
    [InlineData("hush\r\nX-Injected: 1")]
    public void Part_that_cannot_be_a_key_is_refused_without_being_shown(string part)
    {
        var refused = Assert.Throws<ArgumentException>(() => new ApplicationCredentials("a", part, "c"));
        Assert.DoesNotContain("hush", refused.ToString(), StringComparison.Ordinal);
    }

    private static string IndependentSignature(RecordedRequest sent)
    {
        var text = string.Join('+', Secret, ConsumerKey, sent.Method, sent.Url, sent.Body, sent.Headers["X-Ovh-Timestamp"]);
#pragma warning disable CA5350 // The API's own scheme.
        return "$1$" + Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
#pragma warning restore CA5350
    }

    private void AssertSigned(string url, string signature)
    {
        var sent = Assert.Single(_api.Transport.Requests);
        Assert.Equal(url, sent.Url);
        Assert.Equal(signature, sent.Headers["X-Ovh-Signature"]);
        Assert.Equal("test-app-key", sent.Headers["X-Ovh-Application"]);
        Assert.Equal(ConsumerKey, sent.Headers["X-Ovh-Consumer"]);
    }
}
