using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Engine;

/// <summary>The engine's own service, as far as a plugin calls it.</summary>
internal sealed class EngineService(LogBook log) : Pulumirpc.Engine.EngineBase
{
    public override Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        log.Add(request);
        return Task.FromResult(new Empty());
    }
}
