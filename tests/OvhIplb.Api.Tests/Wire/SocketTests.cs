using System.Text;
using OvhIplb.Api.Endpoints;
using OvhIplb.Api.Errors;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Api.Tests.Wire;

/// <summary>What the real transport writes to its connection, where the connection is memory.</summary>
public sealed class SocketTests
{
    [Fact]
    public async Task Encoded_slash_reaches_the_server_encoded()
    {
        using var transport = (SocketsHttpHandler)OvhClient.CreateTransport();
        var connections = new List<Conversation>();
        transport.ConnectCallback = (_, _) =>
        {
            var conversation = new Conversation("200 OK", connections.Count == 0 ? "1700000000" : """{"ip":"192.0.2.10/32"}""");
            connections.Add(conversation);
            return ValueTask.FromResult<Stream>(conversation);
        };
        using var api = new Api();
        var options = Api.Options with { Endpoint = Endpoint.Parse("http://api.example/1.0") };
        using var client = new OvhClient(options, transport, api.Time, new Random(1));
        await client.Ips.GetAsync(IpBlock.Parse("192.0.2.10"), TestContext.Current.CancellationToken);
        Assert.StartsWith("GET /1.0/auth/time HTTP/1.1\r\n", connections[0].Request, StringComparison.Ordinal);
        Assert.StartsWith("GET /1.0/ip/192.0.2.10%2F32 HTTP/1.1\r\n", connections[1].Request, StringComparison.Ordinal);
        Assert.Contains("X-Ovh-Signature: $1$", connections[1].Request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        using var transport = (SocketsHttpHandler)OvhClient.CreateTransport();
        var connections = 0;
        transport.ConnectCallback = (_, _) =>
        {
            connections++;
            return ValueTask.FromResult<Stream>(new Conversation("302 Found\r\nLocation: http://elsewhere.example/1.0/auth/time", ""));
        };
        using var api = new Api();
        using var client = new OvhClient(Api.Options with { Endpoint = Endpoint.Parse("http://api.example/1.0") }, transport, api.Time, new Random(1));
        var redirected = await Assert.ThrowsAsync<UnavailableException>(
            () => client.Authentication.GetTimeAsync(TestContext.Current.CancellationToken));
        Assert.Equal(302, redirected.StatusCode);
        Assert.Equal(1, connections);
    }

    private sealed class Conversation(string status, string answer) : MemoryStream
    {
        private readonly MemoryStream _answer = new(
            Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {answer.Length}\r\nConnection: close\r\n\r\n{answer}"));

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
