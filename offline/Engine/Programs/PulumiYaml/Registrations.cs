using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Programs.PulumiYaml;

/// <summary>Registers the program's resources with the engine, and reads those that are only looked at.</summary>
internal sealed class Registrations(
    string stack,
    Scope scope,
    Evaluator evaluator,
    Providers providers,
    Packages packages,
    ResourceMonitor.ResourceMonitorClient monitor,
    CancellationToken cancellationToken)
{
    public async Task<Registered> RegisterAsync(ResourceDeclaration resource)
    {
        var options = resource.Options;
        var parent = options.Parent is null ? null : await scope.ResourceAsync(options.Parent.Root);
        var provider = await providers.OfAsync(resource.Type, options.Provider, options.Parent);
        var properties = await evaluator.PropertiesAsync(resource.Properties);
        var before = await Task.WhenAll(options.DependsOn.Select(needed => scope.ResourceAsync(needed.Root)));
        string[] dependencies =
        [
            .. properties.Values.SelectMany(static value => value.Dependencies)
                .Concat(before.Select(static needed => needed.Urn)).Where(static urn => urn
                    .Length > 0).Distinct().Order(StringComparer.Ordinal),
        ];
        var request = new RegisterResourceRequest
        {
            Type = packages.Of(resource.Type).Resource(resource.Type, resource.Place),
            Name = resource.Name,
            Parent = parent?.Urn ?? stack,
            Custom = true,
            Object = ObjectOf(properties),
            Dependencies = { dependencies },
            Provider = provider,
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsPartialValues = true,
            SupportsResultReporting = true,
        };
        foreach ((var key, var value) in properties)
        {
            request.PropertyDependencies[key] =
                new RegisterResourceRequest.Types.PropertyDependencies { Urns = { value.Dependencies.Order(StringComparer.Ordinal) } };
        }

        var protect = options.Protect ?? parent?.Protect;
        if (resource.GetId is not null)
        {
            return await ReadAsync(resource, request, await evaluator.EvaluateAsync(resource.GetId));
        }

        options.Apply(request);
        if (protect is { } protects)
        {
            request.Protect = protects;
        }

        var response = await monitor.RegisterResourceAsync(request, cancellationToken: cancellationToken);
        // One that failed where the run goes on all the same has an URN and nothing else.
        var id = response.Id.Length == 0 || response.Id == Sentinels.Unknown ? null : response.Id;
        return new Registered(response.Urn, id, response.Object ?? new Struct(), provider, protect);
    }

    private async Task<Registered> ReadAsync(ResourceDeclaration resource, RegisterResourceRequest request, Evaluated id)
    {
        if (PropertyValue.ContainsUnknown(id.Value) || PropertyValue.ContainsUnknown(request.Object))
        {
            // A preview cannot read an object whose id it does not know.
            return new Registered("", null, new Struct(), request.Provider, null);
        }

        var text = PropertyValue.Unwrap(id.Value);
        var response = await monitor.ReadResourceAsync(
            new ReadResourceRequest
            {
                Id = text.HasStringValue ? text.StringValue : throw resource.Place.Problem("get.id must be text"),
                Type = request.Type,
                Name = request.Name,
                Parent = request.Parent,
                Properties = request.Object,
                Dependencies = { request.Dependencies.Union(id.Dependencies).Order(StringComparer.Ordinal) },
                Provider = request.Provider,
                Version = resource.Options.Version,
                PluginDownloadURL = resource.Options.PluginDownloadUrl,
                AdditionalSecretOutputs = { resource.Options.AdditionalSecretOutputs },
                AcceptSecrets = true,
                AcceptResources = true,
            },
            cancellationToken: cancellationToken);
        return new Registered(response.Urn, text.StringValue, response.Properties ?? new Struct(), request.Provider, null);
    }

    private static Struct ObjectOf(IReadOnlyDictionary<string, Evaluated> properties) =>
        new() { Fields = { properties.ToDictionary(static pair => pair.Key, static pair => pair.Value.Value) } };
}
