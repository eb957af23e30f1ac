using System.Text;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Endpoints;
using OvhIplb.Api.Errors;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Api.Tests.Wire;

/// <summary>What the real transport writes to its connection, where the connection is memory.</summary>
public sealed class SocketTests
{
    private static readonly OvhClientOptions Options = Api.Options with { Endpoint = Endpoint.Parse("http://api.example/1.0") };

    /// <summary>Credentials with which the call that changes something is the first.</summary>
    private static readonly OvhClientOptions WithToken = Options with { Credentials = new AccessToken("test-access-token") };

    [Fact]
    public async Task Encoded_slash_reaches_the_server_encoded()
    {
        using var transport = CreateTransport();
        var connections = new List<Conversation>();
        transport.ConnectCallback = (_, _) =>
        {
            var conversation = new Conversation("200 OK", connections.Count == 0 ? "1700000000" : """{"ip":"192.0.2.10/32"}""");
            connections.Add(conversation);
            return ValueTask.FromResult<Stream>(conversation);
        };
        using var api = new Api();
        using var client = new OvhClient(Options, transport, api.Time, new Random(1));
        await client.Ips.GetAsync(IpBlock.Parse("192.0.2.10"), TestContext.Current.CancellationToken);
        Assert.StartsWith("GET /1.0/auth/time HTTP/1.1\r\n", connections[0].Request, StringComparison.Ordinal);
        Assert.StartsWith("GET /1.0/ip/192.0.2.10%2F32 HTTP/1.1\r\n", connections[1].Request, StringComparison.Ordinal);
        Assert.Contains("X-Ovh-Signature: $1$", connections[1].Request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        using var transport = CreateTransport();
        var connections = 0;
        transport.ConnectCallback = (_, _) =>
        {
            connections++;
            return ValueTask.FromResult<Stream>(new Conversation("302 Found\r\nLocation: http://elsewhere.example/1.0/auth/time", ""));
        };
        using var api = new Api();
        using var client = new OvhClient(Options, transport, api.Time, new Random(1));
        var redirected = await Assert.ThrowsAsync<UnavailableException>(
            () => client.Authentication.GetTimeAsync(TestContext.Current.CancellationToken));
        Assert.Equal(302, redirected.StatusCode);
        Assert.Equal(1, connections);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Change_is_not_sent_again_where_a_kept_connection_turns_out_to_be_closed(bool hasBody)
    {
        using var transport = CreateTransport();
        var connections = new List<KeptConnection>();
        transport.ConnectCallback = (_, _) =>
        {
            connections.Add(connections.Count == 0 ? new KeptConnection("1700000000", "[]") : new KeptConnection("""{"taskId":7}"""));
            return ValueTask.FromResult<Stream>(connections[^1]);
        };
        using var api = new Api();
        using var client = new OvhClient(Options, transport, api.Time, new Random(1));
        await client.LoadBalancers.GetZonesAsync("lb", TestContext.Current.CancellationToken);
        var lost = await Assert.ThrowsAsync<UnavailableException>(() => hasBody
            ? client.Ips.MoveAsync(IpBlock.Parse("192.0.2.10"), "lb", TestContext.Current.CancellationToken)
            : client.Ips.ParkAsync(IpBlock.Parse("192.0.2.10"), TestContext.Current.CancellationToken));
        Assert.True(lost.MayHaveTakenEffect);
        Assert.Equal(1, connections.Sum(connection => connection.Received.Split("POST ").Length - 1));
    }

    [Fact]
    public async Task Change_is_given_up_at_once_while_there_is_no_connection_yet()
    {
        using var transport = CreateTransport();
        var connecting = new TaskCompletionSource();
        transport.ConnectCallback = (_, cancellation) =>
        {
            connecting.SetResult();
            return NeverAsync(cancellation);
        };
        using var api = new Api();
        using var client = new OvhClient(WithToken, transport, api.Time, new Random(1));
        using var cancelled = new CancellationTokenSource();
        var park = client.Ips.ParkAsync(IpBlock.Parse("192.0.2.10"), cancelled.Token);
        await connecting.Task;
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => park);
    }

    [Fact]
    public async Task Change_without_a_connection_in_time_has_had_no_effect()
    {
        using var transport = CreateTransport();
        Assert.InRange(transport.ConnectTimeout, TimeSpan.FromSeconds(1), Api.Options.RequestTimeout);
        transport.ConnectTimeout = TimeSpan.FromMilliseconds(1);
        transport.ConnectCallback = static (_, cancellation) => NeverAsync(cancellation);
        using var client = new OvhClient(WithToken, transport, new Failures.ImpatientTime(DateTimeOffset.UnixEpoch), new Random(1));
        var unavailable = await Assert.ThrowsAsync<UnavailableException>(
            () => client.Ips.ParkAsync(IpBlock.Parse("192.0.2.10"), TestContext.Current.CancellationToken));
        Assert.False(unavailable.MayHaveTakenEffect);
    }

    // The address is made up, so no proxy of the machine that runs the test may be asked for it.
    private static SocketsHttpHandler CreateTransport()
        => (SocketsHttpHandler)OvhClient.CreateTransport(static _ => null, null).InnerHandler!;

    private static async ValueTask<Stream> NeverAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        throw new InvalidOperationException("This wait has no end but its cancellation.");
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
