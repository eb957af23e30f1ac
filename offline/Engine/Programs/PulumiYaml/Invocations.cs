using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Programs.PulumiYaml;

/// <summary>Calls functions of providers.</summary>
internal sealed class Invocations(
    Scope scope, Providers providers, Packages packages, ResourceMonitor.ResourceMonitorClient monitor, CancellationToken cancellationToken)
{
    /// <summary>The result of a call. A preview does not ask for what it cannot: where an argument is unknown, so is the result.</summary>
    /// <exception cref="UserException">The function failed.</exception>
    public async Task<Evaluated> InvokeAsync(Expression.Invoke invoke, Evaluated arguments)
    {
        var before = await Task.WhenAll(invoke.Options.DependsOn.Select(needed => scope.ResourceAsync(needed.Root)));
        arguments = arguments with { Dependencies = arguments.Dependencies.Union(before.Select(static resource => resource.Urn)) };
        if (PropertyValue.ContainsUnknown(arguments.Value) || before.Any(static resource => resource.Id is null))
        {
            return arguments with { Value = Evaluated.Unknown };
        }

        var provider = await providers.OfAsync(invoke.Token, invoke.Options.Provider, invoke.Options.Parent);
        var response = await SendAsync(invoke, new ResourceInvokeRequest
        {
            Tok = packages.Of(invoke.Token).Function(invoke.Token, invoke.Place),
            Args = PropertyValue.WithoutSecrets(arguments.Value.StructValue),
            Provider = provider,
            Version = invoke.Options.Version,
            PluginDownloadURL = invoke.Options.PluginDownloadUrl,
            AcceptResources = true,
        });
        var result = response.Unknown ? Evaluated.Unknown : Result(invoke, response.Return ?? new Struct());
        var secret = PropertyValue.ContainsSecret(arguments.Value) || PropertyValue.ContainsSecret(result);
        return arguments with { Value = secret ? PropertyValue.Secret(PropertyValue.WithoutSecrets(result)) : result };
    }

    private static Value Result(Expression.Invoke invoke, Struct result) => invoke.Return is not { } wanted
        ? Value.ForStruct(result)
        : result.Fields.TryGetValue(wanted, out var returned) ? returned : Value.ForNull();

    private async Task<ResourceInvokeResponse> SendAsync(Expression.Invoke invoke, ResourceInvokeRequest request)
    {
        try
        {
            var response = await monitor.InvokeAsync(request, cancellationToken: cancellationToken);
            return response.Failures.Count == 0
                ? response
                : throw invoke.Place.Problem(
                    $"{request.Tok}: "
                        + $"{string.Join("; ", response.Failures.Select(static failure => $"{failure.Reason} ({failure.Property})"))}");
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Unknown)
        {
            // The words of the engine for a function that answered an error.
            throw invoke.Place.Problem(error.Status.Detail);
        }
    }
}
