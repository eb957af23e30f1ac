using Grpc.Core;
using Grpc.Net.Client;

namespace Pulumi.Monitor;

/// <summary>Connections to the engine, one an address.</summary>
internal static class GrpcChannels
{
    private const int MaxMessageBytes = 400 * 1024 * 1024;

    public static GrpcChannel Open(string address) => GrpcChannel.ForAddress($"http://{address}", new GrpcChannelOptions
    {
        MaxReceiveMessageSize = MaxMessageBytes,
        MaxSendMessageSize = MaxMessageBytes,
        Credentials = ChannelCredentials.Insecure,
        DisposeHttpClient = true,

        // The engine is on this machine; a proxy from the environment would be in the way.
        HttpHandler = new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true },
    });
}
