using Grpc.Net.Client;
using Pulumirpc;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>The engine that this plugin talks back to. Another engine may take over (Attach, Handshake).</summary>
internal sealed class EngineConnection : IDisposable
{
    private readonly Lock _lock = new();
    private GrpcChannel? _channel;
    private string? _address;
    private Engine.EngineClient? _client;

    /// <summary>The client of the present engine; null while there is none.</summary>
    public Engine.EngineClient? Client
    {
        get
        {
            lock (_lock)
            {
                return _client;
            }
        }
    }

    /// <summary>Talks to this address from now on. An empty or malformed address changes nothing.</summary>
    public void Connect(string? address)
    {
        lock (_lock)
        {
            if (string.IsNullOrEmpty(address) || address == _address || !Uri.TryCreate($"http://{address}", UriKind.Absolute, out var uri))
            {
                return;
            }

            _channel?.Dispose();
            // Proxies named in the environment are for the world outside, not for the engine beside us.
            _channel = GrpcChannel.ForAddress(uri, new GrpcChannelOptions
            {
                HttpHandler = new SocketsHttpHandler { UseProxy = false },
                DisposeHttpClient = true,
                MaxReceiveMessageSize = Server.MaximumMessageBytes,
                MaxSendMessageSize = Server.MaximumMessageBytes,
            });
            _client = new Engine.EngineClient(_channel);
            _address = address;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _channel?.Dispose();
            _client = null;
        }
    }
}
