using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Tests.Recordings;

/// <summary>A provider that answers as the recorded one did.</summary>
public sealed class RecordedProvider : ResourceProvider.ResourceProviderBase
{
    /// <summary>The command under way.</summary>
    internal Conversation Now { get; set; } = null!;

    public override Task<ProviderHandshakeResponse> Handshake(ProviderHandshakeRequest request, ServerCallContext context) =>
        Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = true, AcceptResources = true, AcceptOutputs = true });

    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context)
        => Task.FromResult(new PluginInfo { Version = "1.2.3" });

    public override Task<Empty> Cancel(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context) =>
        Now.AnswerAsync("CheckConfig", request, request.Urn, CheckResponse.Parser);

    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context) =>
        Now.AnswerAsync("DiffConfig", request, request.Urn, DiffResponse.Parser);

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context) =>
        Now.AnswerAsync("Configure", request, request.Urn, ConfigureResponse.Parser);

    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context) =>
        Now.AnswerAsync("Check", request, request.Urn, CheckResponse.Parser);

    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context) =>
        Now.AnswerAsync("Diff", request, request.Urn, DiffResponse.Parser);

    public override Task<CreateResponse> Create(CreateRequest request, ServerCallContext context) =>
        Now.AnswerAsync("Create", request, request.Urn, CreateResponse.Parser);

    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context) =>
        Now.AnswerAsync("Read", request, request.Urn, ReadResponse.Parser);

    public override Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context) =>
        Now.AnswerAsync("Update", request, request.Urn, UpdateResponse.Parser);

    public override Task<Empty> Delete(DeleteRequest request, ServerCallContext context) =>
        Now.AnswerAsync("Delete", request, request.Urn, Empty.Parser);

    public override Task<InvokeResponse> Invoke(InvokeRequest request, ServerCallContext context) =>
        Now.AnswerAsync("Invoke", request, request.Tok, InvokeResponse.Parser);
}
