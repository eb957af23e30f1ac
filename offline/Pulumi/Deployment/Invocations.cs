using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

/// <summary>Calls functions of providers.</summary>
internal sealed class Invocations(DeploymentInstance deployment)
{
    private readonly PackageReferences _packages = new(deployment);

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package)
        => new(InvokeDataAsync<T>(token, args, options, package));

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package)
        => Invoke<ImmutableDictionary<string, T>>(token, args, options, package).Apply(values => values.Values.First());

    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package)
        => Convert<T>(token, await InvokeRawAsync(token, args, options, package).ConfigureAwait(false)).Value;

    public async Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package)
        => (await InvokeAsync<ImmutableDictionary<string, T>>(token, args, options, package).ConfigureAwait(false)).Values.First();

    public async Task<Struct> InvokeRawAsync(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package)
    {
        var properties = await SerializeAsync(token, args).ConfigureAwait(false);
        return await SendAsync(token, properties, options, package).ConfigureAwait(false);
    }

    internal static void ThrowOnFailures(string token, ResourceInvokeResponse response)
    {
        if (response.Failures.Count > 0)
        {
            var reasons = response.Failures.Select(failure => $"{failure.Reason} ({failure.Property})");
            throw new Deployment.InvokeException($"Invoke of '{token}' failed: {string.Join("; ", reasons)}");
        }
    }

    private static OutputData<T> Convert<T>(string token, Struct result)
    {
        var data = OutputConverter.Convert(
            Value.ForStruct(result), typeof(T), $"{token} result", warning => Log.Warn(warning));
        return new OutputData<T>(data.Resources, data.Value is T value ? value : default!, data.IsKnown, data.IsSecret);
    }

    /// <summary>The result of a function that is not called. It comes from no resource, as with the official package.</summary>
    private static OutputData<T> Unknown<T>() => new(ImmutableHashSet<Resource>.Empty, default!, IsKnown: false, IsSecret: false);

    private async Task<OutputData<T>> InvokeDataAsync<T>(
        string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package)
    {
        var properties = await SerializeAsync(token, args).ConfigureAwait(false);
        if (properties.ContainsUnknowns)
        {
            return Unknown<T>();
        }

        var dependencies = ImmutableHashSet.CreateRange(properties.Resources.SelectMany(entry => entry.Value));
        if (options is InvokeOutputOptions { DependsOn: var dependsOn })
        {
            dependencies = dependencies.Union(await dependsOn.AsOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false));
        }

        // The arguments may be known in a preview while the resource they came from is still to be created: what a function
        // would answer about it then is not what it answers in the update.
        if (!await Dependencies.ExistAsync(dependencies).ConfigureAwait(false))
        {
            return Unknown<T>();
        }

        var data = Convert<T>(token, await SendAsync(token, properties, options, package).ConfigureAwait(false));
        return data with { Resources = data.Resources.Union(dependencies) };
    }

    private async Task<PropertySerializer.Properties> SerializeAsync(string token, InvokeArgs? args)
    {
        Log.Debug($"Invoking function: token={token} asynchronously");
        var keepResources = await deployment.Features.SupportsAsync(Features.ResourceReferences).ConfigureAwait(false);
        return await PropertySerializer.SerializeArgumentsAsync((args ?? InvokeArgs.Empty).ToDictionary(), keepResources)
            .ConfigureAwait(false);
    }

    private async Task<Struct> SendAsync(
        string token, PropertySerializer.Properties properties, InvokeOptions? options, RegisterPackageRequest? package)
    {
        Log.Debug($"Invoke RPC prepared: token={token}");
        var provider = options?.Provider ?? options?.Parent?.GetProvider(token);
        var response = await deployment.Monitor.InvokeAsync(new ResourceInvokeRequest
        {
            Tok = token,
            Args = properties.Object,
            Provider = provider == null ? "" : await provider.GetReferenceAsync().ConfigureAwait(false),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            PackageRef = await _packages.GetAsync(package).ConfigureAwait(false),
            AcceptResources = true,
        }).ConfigureAwait(false);
        ThrowOnFailures(token, response);
        return response.Return ?? new Struct();
    }
}
