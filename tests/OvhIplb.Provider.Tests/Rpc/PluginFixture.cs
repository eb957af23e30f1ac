using Grpc.Net.Client;
using OvhIplb.Provider.Framework.Rpc;
using Pulumirpc;

namespace OvhIplb.Provider.Tests.Rpc;

/// <summary>The server with the fake package on a port of loopback, a client of it, and an engine for it to talk to.</summary>
internal sealed class PluginFixture : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly PortWriter _output = new();
    private readonly FakeEngine _engine;
    private readonly Task _serving;
    private GrpcChannel? _channel;

    private PluginFixture(FakeEngine engine)
    {
        _engine = engine;
        _serving = Server.RunAsync(Package, engine.Address, _output, TimeProvider.System, _end.Token);
    }

    public FakePackage Package { get; } = new();

    public FakeEngine Engine => _engine;

    public string Output => _output.Text;

    public ResourceProvider.ResourceProviderClient Client { get; private set; } = null!;

    public static async Task<PluginFixture> StartAsync()
    {
        var fixture = new PluginFixture(await FakeEngine.StartAsync());
        var port = await fixture._output.Port.WaitAsync(TestContext.Current.CancellationToken);
        fixture._channel = GrpcChannel.ForAddress(
            $"http://127.0.0.1:{port}",
            new()
            {
                HttpHandler = new SocketsHttpHandler { UseProxy = false },
                DisposeHttpClient = true,
                MaxReceiveMessageSize = Server.MaximumMessageBytes,
                MaxSendMessageSize = Server.MaximumMessageBytes,
            });
        fixture.Client = new(fixture._channel);
        return fixture;
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        await _end.CancelAsync();
        await _serving;
        await _engine.DisposeAsync();
        _end.Dispose();
        await _output.DisposeAsync();
    }
}
