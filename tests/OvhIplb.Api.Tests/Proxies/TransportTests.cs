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
        => Assert.Equal(
            "api.us.ovhcloud.com:443",
            (await FirstAsync(Wire.Api.Options with { Endpoint = Endpoint.Parse("ovh-us") })).ConnectedTo);

    [Fact]
    public async Task Token_of_a_service_account_is_fetched_through_the_proxy_too()
    {
        var account = new ServiceAccount("id", "secret", new Uri("https://www.ovh.com/auth/oauth2/token"));

        Assert.Equal(
            ("secure.proxy:2", "CONNECT www.ovh.com:443"),
            await FirstAsync(Wire.Api.Options with { Endpoint = Endpoint.Parse("ovh-eu"), Credentials = account }));
    }

    [Theory]
    [InlineData("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"")]
    [InlineData("403 Forbidden")]
    [InlineData("502 Bad Gateway")]
    public async Task Proxy_that_refuses_is_named_without_user_and_password(string answer)
    {
        var (failed, connections) = await FailAsync(
            Wire.Api.Options, new() { ["https_proxy"] = "http://proxyuser:proxypassword@secure.proxy:2" }, answer);

        Assert.Contains("http://secure.proxy:2/", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("proxyuser", failed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("proxypassword", failed.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(connections);
    }

    [Fact]
    public async Task Proxy_that_asks_for_user_and_password_is_given_both()
    {
        var (_, connections) = await FailAsync(
            Wire.Api.Options,
            new() { ["https_proxy"] = "http://proxyuser:proxypassword@secure.proxy:2" },
            "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"");

        var credential = Convert.ToBase64String(Encoding.ASCII.GetBytes("proxyuser:proxypassword"));
        Assert.Contains(
            connections,
            connection => connection.Stream.Request.Contains($"Proxy-Authorization: Basic {credential}\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_proxy_that_can_be_read_nothing_is_called()
    {
        var (failed, connections) = await FailAsync(
            Wire.Api.Options, new() { ["https_proxy"] = "http://proxyuser:proxypassword@secure.proxy:port" }, "403 Forbidden");

        Assert.Empty(connections);
        Assert.StartsWith(
            "GET /auth/time got no answer: the environment variable https_proxy is not the URL of a proxy",
            failed.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("proxypassword", failed.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(string ConnectedTo, string Asked)> FirstAsync(OvhClientOptions options)
    {
        var (_, connections) = await FailAsync(options, Proxies, "403 Forbidden");
        var (to, stream) = connections[0];
        var asked = stream.Request.Split(" HTTP/1.1", 2)[0];
        return ($"{to.Host}:{to.Port}", asked);
    }

    /// <summary>Makes a call that fails, as whatever it connects to gives the same answer.</summary>
    private static async Task<(OvhApiException Failed, List<(DnsEndPoint To, Refusing Stream)> Connections)> FailAsync(
        OvhClientOptions options, Dictionary<string, string> variables, string answer)
    {
        using var transport = OvhClient.CreateTransport(variables.GetValueOrDefault, null);
        var connections = new List<(DnsEndPoint To, Refusing Stream)>();
        ((SocketsHttpHandler)transport.InnerHandler!).ConnectCallback = (context, _) =>
        {
            connections.Add((context.DnsEndPoint, new Refusing(answer)));
            return ValueTask.FromResult<Stream>(connections[^1].Stream);
        };
        using var client = new OvhClient(options, transport, new Failures.ImpatientTime(DateTimeOffset.UnixEpoch), new Random(1));
        var failed = await Assert.ThrowsAnyAsync<OvhApiException>(
            () => options.Credentials is ServiceAccount
                ? client.LoadBalancers.GetZonesAsync("lb", TestContext.Current.CancellationToken)
                : client.Authentication.GetTimeAsync(TestContext.Current.CancellationToken));
        return (failed, connections);
    }

    /// <summary>A server that refuses whatever it is asked.</summary>
    private sealed class Refusing(string answer) : MemoryStream
    {
        private readonly MemoryStream _answer = new(
            Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
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
