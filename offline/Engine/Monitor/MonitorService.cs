using Engine.Steps;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Monitor;

/// <summary>
/// The service a program registers its resources with. A registration that fails is not answered: the program is ended
/// while it waits, as the real engine does.
/// </summary>
internal sealed class MonitorService(Deployment deployment) : ResourceMonitor.ResourceMonitorBase
{
    private static readonly HashSet<string> Supported = new(StringComparer.Ordinal)
    {
        "secrets", "resourceReferences", "outputValues", "aliasSpecs", "deletedWith",
    };

    private readonly Registrar _registrar = new(deployment);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the program has said that it registers nothing more.</summary>
    public Task ProgramEnded => _ended.Task;

    /// <summary>Lets the program, which waits for it, end.</summary>
    public void Finish() => _finished.TrySetResult();

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context) =>
        Task.FromResult(new SupportsFeatureResponse { HasSupport = Supported.Contains(request.Id) });

    public override Task<DeploymentInfo> GetDeploymentInfo(Empty request, ServerCallContext context) => Task.FromResult(new DeploymentInfo
    {
        Project = deployment.Project,
        Stack = deployment.Stack,
        Organization = "organization",
        Config = { deployment.Settings.Values.ToDictionary() },
        ConfigSecretKeys = { deployment.Settings.SecretKeys },
        DryRun = deployment.DryRun,
        SupportedFeatures =
        {
            ResourceMonitorFeature.Secrets,
            ResourceMonitorFeature.ResourceReferences,
            ResourceMonitorFeature.OutputValues,
            ResourceMonitorFeature.AliasSpecs,
            ResourceMonitorFeature.DeletedWith,
        },
    });

    public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context) =>
        HoldingAsync(
            () => _registrar.RegisterAsync(request),
            failure => request.SupportsResultReporting
                ? new RegisterResourceResponse { Urn = failure.Urn, Object = new Struct(), Result = Result.Fail }
                : null,
            context);

    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context) =>
        HoldingAsync(() => new Reads(deployment, _registrar.Providers).ReadAsync(request), _ => null, context);

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context) =>
        HoldingAsync(
            () =>
            {
                _registrar.RegisterOutputs(request);
                return Task.FromResult(new Empty());
            },
            _ => null,
            context);

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) =>
        HoldingAsync(() => new Invokes(deployment, _registrar.Providers).InvokeAsync(request), _ => null, context);

    public override Task<CallResponse> Call(ResourceCallRequest request, ServerCallContext context) =>
        throw new RpcException(
            new Status(StatusCode.Unimplemented, $"{request.Tok}: the embedded engine does not call methods of remote components"));

    public override async Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context)
    {
        _ended.TrySetResult();
        await _finished.Task.WaitAsync(context.CancellationToken);
        return new Empty();
    }

    private async Task<T> HoldingAsync<T>(Func<Task<T>> answer, Func<StepException, T?> failed, ServerCallContext context)
        where T : class
    {
        try
        {
            return await answer();
        }
        catch (StepException failure) when (deployment.ContinueOnError && failed(failure) is { } response)
        {
            return response;
        }
        catch (Exception error) when (error is StepException or StoppedException)
        {
            // Nobody answers: the program is ended, and the call with it.
        }
        catch (Exception error) when (error is not RpcException)
        {
            deployment.Fail(new StepException("", [$"the embedded engine has a bug, please report it: {error}"], operation: false));
        }

        await new TaskCompletionSource<T>().Task.WaitAsync(context.CancellationToken);
        throw new RpcException(Status.DefaultCancelled);
    }
}
