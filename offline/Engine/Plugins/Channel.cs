using Grpc.Net.Client;

namespace Engine.Plugins;

/// <summary>Connections to gRPC servers on this machine.</summary>
internal static class Channel
{
    /// <summary>The largest message either side may send: 400 MiB.</summary>
    public const int MaximumMessage = 400 * 1024 * 1024;

    /// <param name="address">Host and port.</param>
    public static GrpcChannel To(string address) => GrpcChannel.ForAddress($"http://{address}", new GrpcChannelOptions
    {
        // A proxy in the environment is for other machines.
        HttpHandler = new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true },
        DisposeHttpClient = true,
        MaxReceiveMessageSize = MaximumMessage,
        MaxSendMessageSize = MaximumMessage,
    });
}
