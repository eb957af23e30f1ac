using Grpc.Net.Client;
using Pulumirpc;

namespace Engine.Plugins;

/// <summary>A plugin somebody else runs, named by <c>PULUMI_DEBUG_PROVIDERS</c>.</summary>
internal sealed class AttachedPlugin : IPlugin
{
    private readonly GrpcChannel _channel;

    public AttachedPlugin(int port)
    {
        _channel = Channel.To($"127.0.0.1:{port}");
        Client = new ResourceProvider.ResourceProviderClient(_channel);
    }

    public ResourceProvider.ResourceProviderClient Client { get; }

    public bool Attached => true;

    public string Directory => "";

    public ValueTask DisposeAsync()
    {
        _channel.Dispose();
        return ValueTask.CompletedTask;
    }
}
