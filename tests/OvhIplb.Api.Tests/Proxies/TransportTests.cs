using System.Net;
using System.Text;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Endpoints;
using OvhIplb.Api.Errors;

namespace OvhIplb.Api.Tests.Proxies;

/// <summary>Where the transport connects to, and what it asks there first, with proxies in the environment.</summary>
public sealed class TransportTests
{
    private static readonly Dictionary<string, string> Proxies = new()
    {
        ["http_proxy"] = "http://plain.proxy:1",
        ["HTTPS_PROXY"] = "http://secure.proxy:2",
        ["NO_PROXY"] = "api.us.ovhcloud.com",
    };

    [Theory]
    [InlineData("ovh-eu", "secure.proxy:2", "CONNECT eu.api.ovh.com:443")]
    [InlineData("https://api.example/1.0", "secure.proxy:2", "CONNECT api.example:443")]
    [InlineData("http://api.example/1.0", "plain.proxy:1", "GET http://api.example/1.0/auth/time")]
    [InlineData("http://127.0.0.1:8480/1.0", "127.0.0.1:8480", "GET /1.0/auth/time")]
    [InlineData("http://localhost:8480/1.0", "localhost:8480", "GET /1.0/auth/time")]
    public async Task Api_is_called_through_the_proxy_and_this_machine_directly(string endpoint, string connectedTo, string asked)
        => Assert.Equal((connectedTo, asked), await FirstAsync(Wire.Api.Options with { Endpoint = Endpoint.Parse(endpoint) }));

    [Fact]
    public async Task Host_in_the_exceptions_is_called_directly()
        => Assert.Equal("api.us.ovhcloud.com:443", (await FirstAsync(Wire.Api.Options with { Endpoint = Endpoint.Parse("ovh-us") })).ConnectedTo);

    [Fact]
    public async Task Token_of_a_service_account_is_fetched_through_the_proxy_too()
    {
        var account = new ServiceAccount("id", "secret", new Uri("https://www.ovh.com/auth/oauth2/token"));

        Assert.Equal(
            ("secure.proxy:2", "CONNECT www.ovh.com:443"),
            await FirstAsync(Wire.Api.Options with { Endpoint = Endpoint.Parse("ovh-eu"), Credentials = account }));
    }

    private static async Task<(string ConnectedTo, string Asked)> FirstAsync(OvhClientOptions options)
    {
        using var transport = (SocketsHttpHandler)OvhClient.CreateTransport(Proxies.GetValueOrDefault, null);
        var connections = new List<(DnsEndPoint To, Refusing Stream)>();
        transport.ConnectCallback = (context, _) =>
        {
            connections.Add((context.DnsEndPoint, new Refusing()));
            return ValueTask.FromResult<Stream>(connections[^1].Stream);
        };
        using var client = new OvhClient(options, transport, new Failures.ImpatientTime(DateTimeOffset.UnixEpoch), new Random(1));
        await Assert.ThrowsAnyAsync<OvhApiException>(
            () => options.Credentials is ServiceAccount
                ? client.LoadBalancers.GetZonesAsync("lb", TestContext.Current.CancellationToken)
                : client.Authentication.GetTimeAsync(TestContext.Current.CancellationToken));
        var (to, stream) = connections[0];
        var asked = stream.Request.Split(" HTTP/1.1", 2)[0];
        return ($"{to.Host}:{to.Port}", asked);
    }

    /// <summary>A server that refuses whatever it is asked.</summary>
    private sealed class Refusing : MemoryStream
    {
        private readonly MemoryStream _answer = new("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        private readonly StringBuilder _request = new();

        public string Request => _request.ToString();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _request.Append(Encoding.ASCII.GetString(buffer.Span));
            return ValueTask.CompletedTask;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => _answer.ReadAsync(buffer, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _answer.Dispose();
            base.Dispose(disposing);
        }
    }
}
