using Pulumirpc;

namespace Pulumi.Monitor;

/// <summary>The log of a running engine.</summary>
internal sealed class GrpcEngine(string address) : IEngine
{
    private readonly Engine.EngineClient _client = new(GrpcChannels.Open(address));

    public async Task LogAsync(LogRequest request) => await _client.LogAsync(request);
}
