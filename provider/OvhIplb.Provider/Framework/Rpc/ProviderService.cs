using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using Pulumirpc;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>
/// The gRPC service. It decodes, hands over, encodes and maps errors; it knows no resource and no API. What is not
/// overridden answers Unimplemented, which engines take as "this plugin does not have it".
/// </summary>
internal sealed class ProviderService(IPackage package, EngineConnection engine, EngineLog log, RunningOperations operations)
    : ResourceProvider.ResourceProviderBase
{
    private readonly ConfigurationCalls _configuration = new(package);
    private readonly ResourceCalls _resources = new(package, log);
    private readonly FunctionCalls _functions = new(package);
    private readonly Lazy<string> _schema = new(() => PackageSchema.Write(
        package.Declaration,
        package.Resources.Select(static resource => resource.Declaration),
        package.Functions.Select(static function => function.Declaration)));

    public override Task<ProviderHandshakeResponse> Handshake(ProviderHandshakeRequest request, ServerCallContext context)
    {
        engine.Connect(request.EngineAddress);
        // No outputs: with plain unknowns and secrets every property arrives in one of two forms less.
        return Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = true, AcceptResources = true });
    }

    public override Task<Empty> Attach(PluginAttach request, ServerCallContext context)
    {
        engine.Connect(request.Address);
        return Task.FromResult(new Empty());
    }

    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) =>
        Task.FromResult(new PluginInfo { Version = package.Declaration.Version });

    public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, ServerCallContext context) =>
        AnswerAsync("GetSchema", [], context, _ => Task.FromResult(new GetSchemaResponse { Schema = _schema.Value }));

    public override Task<CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context) =>
        AnswerAsync("CheckConfig", [], context, _ => Task.FromResult(_configuration.Check(request)));

    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context) =>
        AnswerAsync("DiffConfig", [], context, _ => Task.FromResult(_configuration.Diff(request)));

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context)
    {
        operations.Restart();
        _resources.Restart();
        return AnswerAsync("Configure", [], context, token => _configuration.ConfigureAsync(request, token));
    }

    public override Task<InvokeResponse> Invoke(InvokeRequest request, ServerCallContext context) =>
        AnswerAsync($"Invoke of {request.Tok}", [], context, token => _functions.InvokeAsync(request, token));

    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context) =>
        AnswerAsync("Check", request.Urn, request.Type, context, (resource, _) => Task.FromResult(_resources.Check(resource, request)));

    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context) =>
        AnswerAsync("Diff", request.Urn, request.Type, context, (resource, token) => _resources.DiffAsync(resource, request, token));

    public override Task<CreateResponse> Create(CreateRequest request, ServerCallContext context) =>
        AnswerAsync("Create", request.Urn, request.Type, context, (resource, token) => _resources.CreateAsync(resource, request, token));

    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context) =>
        AnswerAsync("Read", request.Urn, request.Type, context, (resource, token) => _resources.ReadAsync(resource, request, token));

    public override Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context) =>
        AnswerAsync("Update", request.Urn, request.Type, context, (resource, token) => _resources.UpdateAsync(resource, request, token));

    public override Task<Empty> Delete(DeleteRequest request, ServerCallContext context) =>
        AnswerAsync("Delete", request.Urn, request.Type, context, (resource, token) => _resources.DeleteAsync(resource, request, token));

    public override Task<Empty> Cancel(Empty request, ServerCallContext context)
    {
        operations.Cancel();
        return Task.FromResult(new Empty());
    }

    private Task<T> AnswerAsync<T>(
        string call, string urn, string type, ServerCallContext context, Func<IResource, CancellationToken, Task<T>> answer)
    {
        var resource = _resources.Find(type.Length > 0 ? type : UrnText.Type(urn));
        return AnswerAsync($"{call} of {urn}", resource.Declaration.State, context, token => answer(resource, token));
    }

    private async Task<T> AnswerAsync<T>(
        string call, IEnumerable<Property> declared, ServerCallContext context, Func<CancellationToken, Task<T>> answer)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(operations.Token, context.CancellationToken);
        try
        {
            return await answer(cancellation.Token);
        }
        catch (Exception failure)
        {
            throw Failure.From(failure, call, declared, package.Declaration.Name);
        }
        finally
        {
            // What was said about the operation must reach the engine before its end does.
            await log.FlushAsync();
        }
    }
}
