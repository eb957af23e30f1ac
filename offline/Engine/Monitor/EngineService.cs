using Engine.Display;
using Engine.Project;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Monitor;

/// <summary>The service programs and plugins send their messages to.</summary>
internal sealed class EngineService(Report report) : Pulumirpc.Engine.EngineBase
{
    private string _root = "";

    public override Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        report.Log(request.Urn, request.Severity, request.Message, request.Ephemeral);
        return Task.FromResult(new Empty());
    }

    public override Task<GetRootResourceResponse> GetRootResource(GetRootResourceRequest request, ServerCallContext context) =>
        Task.FromResult(new GetRootResourceResponse { Urn = _root });

    public override Task<SetRootResourceResponse> SetRootResource(SetRootResourceRequest request, ServerCallContext context)
    {
        _root = request.Urn;
        return Task.FromResult(new SetRootResourceResponse());
    }

    public override Task<RequirePulumiVersionResponse> RequirePulumiVersion(RequirePulumiVersionRequest request, ServerCallContext context)
    {
        var text = request.PulumiVersionRange;
        var range = VersionRange.Parse(text)
            ?? throw new RpcException(new Status(StatusCode.InvalidArgument, $"'{text}' is no range of versions, such as >=3.200.0"));
        return range.Contains(EngineVersion.Number)
            ? Task.FromResult(new RequirePulumiVersionResponse())
            : throw new RpcException(new Status(
                StatusCode.FailedPrecondition, $"the program requires Pulumi {text}, and the embedded engine does what version "
                    + $"{EngineVersion.Text[1..]} does"));
    }
}
