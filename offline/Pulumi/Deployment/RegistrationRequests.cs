using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

/// <summary>Makes the requests about a resource; awaits everything they are made of.</summary>
internal sealed class RegistrationRequests(DeploymentInstance deployment)
{
    private readonly PackageReferences _packages = new(deployment);

    public async Task<ReadResourceRequest> ReadAsync(
        Resource resource, string id, ResourceArgs args, ResourceOptions options, ResourceKind kind)
    {
        var common = await PrepareAsync(resource, args, options, kind).ConfigureAwait(false);
        return new ReadResourceRequest
        {
            Id = id,
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Parent = common.Parent,
            Properties = common.Properties.Object,
            Dependencies = { common.Dependencies },
            Provider = common.Provider,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            PackageRef = common.Package,
            AcceptSecrets = true,
            AcceptResources = true,
        };
    }

    public async Task<RegisterResourceRequest> RegisterAsync(
        Resource resource, ResourceArgs args, ResourceOptions options, ResourceKind kind)
    {
        var common = await PrepareAsync(resource, args, options, kind).ConfigureAwait(false);
        var request = new RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Parent = common.Parent,
            Custom = kind.IsCustom,
            Remote = kind.IsRemote,
            Object = common.Properties.Object,
            Dependencies = { common.Dependencies },
            Provider = common.Provider,
            Providers = { await ProvidersAsync(options, kind).ConfigureAwait(false) },
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            PackageRef = common.Package,
            IgnoreChanges = { options.IgnoreChanges },
            HideDiffs = { options.HideDiffs },
            CustomTimeouts = options.CustomTimeouts?.ToRequest(),
            Aliases = { await AliasesAsync(options).ConfigureAwait(false) },
            DeletedWith = await DeletedWithAsync(options).ConfigureAwait(false),
            ReplaceWith = { await ReplaceWithAsync(options).ConfigureAwait(false) },
            ReplacementTrigger = await ReplacementTriggerAsync(options).ConfigureAwait(false),
            Hooks = new RegisterResourceRequest.Types.ResourceHooksBinding(),
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
        };
        foreach (var (property, urns) in common.PropertyDependencies)
        {
            request.PropertyDependencies.Add(property, new RegisterResourceRequest.Types.PropertyDependencies { Urns = { urns } });
        }

        if (options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        if (options is CustomResourceOptions custom)
        {
            request.DeleteBeforeReplace = custom.DeleteBeforeReplace ?? false;
            request.DeleteBeforeReplaceDefined = custom.DeleteBeforeReplace != null;
            request.ImportId = custom.ImportId ?? "";
            request.AdditionalSecretOutputs.Add(custom.AdditionalSecretOutputs);
            request.ReplaceOnChanges.Add(custom.ReplaceOnChanges);
            request.EnvVarMappings.Add(custom.EnvVarMappings);
        }

        return request;
    }

    private async Task<Common> PrepareAsync(Resource resource, ResourceArgs args, ResourceOptions options, ResourceKind kind)
    {
        var dependsOn = await options.DependsOn.AsOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false);
        var keepResources = await deployment.Features.SupportsAsync(Features.ResourceReferences).ConfigureAwait(false);
        var keepOutputs = kind.IsRemote && await deployment.Features.SupportsAsync(Features.OutputValues).ConfigureAwait(false);
        var properties = await PropertySerializer.SerializeAsync(args.ToDictionary(), keepResources, keepOutputs).ConfigureAwait(false);
        var parent = kind.IsStack
            ? ""
            : await (options.Parent ?? deployment.Stack).Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var provider = kind.IsCustom && options.Provider != null
            ? await options.Provider.GetReferenceAsync().ConfigureAwait(false)
            : "";

        var all = new HashSet<string>(await Dependencies.UrnsAsync(dependsOn).ConfigureAwait(false));
        var byProperty = new SortedDictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal);
        foreach (var (property, resources) in properties.Resources)
        {
            byProperty[property] = await Dependencies.UrnsAsync(resources).ConfigureAwait(false);
            all.UnionWith(byProperty[property]);
        }

        return new Common(
            properties, parent, provider, all, byProperty, await _packages.GetAsync(kind.Package).ConfigureAwait(false));
    }

    private static async Task<Dictionary<string, string>> ProvidersAsync(ResourceOptions options, ResourceKind kind)
    {
        var references = new Dictionary<string, string>();
        if (kind.IsRemote && options is ComponentResourceOptions component)
        {
            foreach (var provider in component.Provider is { } single ? [single] : component.Providers)
            {
                references[provider.Package] = await provider.GetReferenceAsync().ConfigureAwait(false);
            }
        }

        return references;
    }

    private async Task<List<Pulumirpc.Alias>> AliasesAsync(ResourceOptions options)
    {
        var supported = await deployment.Features.SupportsAsync(Features.AliasSpecs).ConfigureAwait(false);
        if (!supported && options.Aliases.Count > 0)
        {
            throw new InvalidOperationException("The Pulumi CLI does not support alias specs. Please update the Pulumi CLI.");
        }

        var aliases = new List<Pulumirpc.Alias>();
        foreach (var alias in options.Aliases)
        {
            // An alias that a preview cannot tell yet cannot be looked for in the state either.
            if (await alias.ToOutput().GetValueAsync(whenUnknown: null!).ConfigureAwait(false) is { } known)
            {
                aliases.Add(await known.ToRequestAsync().ConfigureAwait(false));
            }
        }

        return aliases;
    }

    private async Task<string> DeletedWithAsync(ResourceOptions options)
    {
        if (options.DeletedWith == null)
        {
            return "";
        }

        await deployment.Features.RequireAsync(Features.DeletedWith, nameof(options.DeletedWith)).ConfigureAwait(false);
        return await options.DeletedWith.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
    }

    private async Task<IEnumerable<string>> ReplaceWithAsync(ResourceOptions options)
    {
        var resources = await options.ReplaceWith.AsOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false);
        if (resources.IsEmpty)
        {
            return [];
        }

        await deployment.Features.RequireAsync(Features.ReplaceWith, nameof(options.ReplaceWith)).ConfigureAwait(false);
        return await Dependencies.UrnsAsync(resources).ConfigureAwait(false);
    }

    private async Task<Google.Protobuf.WellKnownTypes.Value?> ReplacementTriggerAsync(ResourceOptions options)
    {
        if (options.ReplacementTrigger == null)
        {
            return null;
        }

        await deployment.Features.RequireAsync(Features.ReplacementTrigger, nameof(options.ReplacementTrigger)).ConfigureAwait(false);
        return await new Serializer(keepResources: true)
            .SerializeAsync(nameof(options.ReplacementTrigger), options.ReplacementTrigger).ConfigureAwait(false);
    }

    private sealed record Common(
        PropertySerializer.Properties Properties,
        string Parent,
        string Provider,
        IReadOnlyCollection<string> Dependencies,
        IReadOnlyDictionary<string, IReadOnlyCollection<string>> PropertyDependencies,
        string Package);
}
