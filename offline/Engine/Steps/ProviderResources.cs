using System.Collections.Concurrent;
using Engine.Display;
using Engine.Plugins;
using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Steps;

/// <summary>
/// Provider resources: those a program declares, and the default ones the engine makes when a package is first needed. Each
/// starts a plugin process of its own, which is asked CheckConfig, DiffConfig (if there is an entry) and Configure.
/// </summary>
internal sealed class ProviderResources(Deployment deployment)
{
    private readonly ConcurrentDictionary<(string Package, string Version, string Url), Lazy<Task<string>>> _defaults = new();

    /// <summary>The reference of the provider a resource, read or invoke uses: the one it names or the default one.</summary>
    public Task<string> ReferenceAsync(string named, string package, string version, string pluginDownloadUrl) => named.Length > 0
        ? Task.FromResult(named)
        : _defaults.GetOrAdd(
            (package, version, Url: DefaultProvider.Url(pluginDownloadUrl)),
            key => new Lazy<Task<string>>(() => DefaultAsync(key.Package, key.Version, key.Url))).Value;

    /// <summary>Whether a resource must be replaced because its provider is another one now.</summary>
    public async Task<bool> ReplacesResourcesAsync(string oldReference, string newReference, Provider provider)
    {
        if (oldReference == newReference || oldReference.Length == 0)
        {
            return false;
        }

        (var oldUrn, var oldId) = Urn.SplitReference(oldReference);
        (var newUrn, _) = Urn.SplitReference(newReference);
        if (oldUrn != newUrn && (!Urn.IsDefaultProvider(oldUrn) || !Urn.IsDefaultProvider(newUrn)))
        {
            return true;
        }

        var old = deployment.Journal.Start.Resources.FirstOrDefault(entry => entry.Urn == oldUrn && entry.Id == oldId);
        var diff = await provider.DiffConfigAsync(
            ProviderRegistry.WithoutInternal(old?.Inputs), provider.Inputs, deployment.Abort);
        return diff.Replaces.Count > 0;
    }

    public Task<ResourceEntry> RegisterAsync(Goal goal, ResourceEntry? old)
    {
        var inputs = goal.Inputs.Clone();
        if (goal.Request.Version.Length > 0)
        {
            inputs.Fields["version"] = Value.ForString(goal.Request.Version);
        }

        return StepAsync(goal, old, inputs);
    }

    private async Task<string> DefaultAsync(string package, string version, string pluginDownloadUrl)
    {
        var name = DefaultProvider.Name(version, pluginDownloadUrl);
        var inputs = new Struct();
        foreach ((var key, var value) in deployment.Settings.Values)
        {
            if (key.StartsWith($"{package}:", StringComparison.Ordinal))
            {
                var text = Value.ForString(value);
                inputs.Fields[key[(package.Length + 1)..]] = deployment.Settings.SecretKeys.Contains(key)
                    ? PropertyValue.Secret(text)
                    : text;
            }
        }

        var request = new RegisterResourceRequest
        {
            Type = Urn.ProviderTypePrefix + package,
            Name = name,
            Custom = true,
            Version = version,
            PluginDownloadURL = pluginDownloadUrl,
        };
        var goal = new Goal(request, Urn.Create(deployment.Stack, deployment.Project, null, request.Type, name));
        if (version.Length > 0)
        {
            inputs.Fields["version"] = Value.ForString(version);
        }

        var entry = await StepAsync(goal, deployment.Journal.Find(goal.Urn), inputs);
        return $"{entry.Urn}::{entry.Id}";
    }

    private async Task<ResourceEntry> StepAsync(Goal goal, ResourceEntry? old, Struct inputs)
    {
        var oldInputs = ProviderRegistry.WithoutInternal(old?.Inputs);
        var provider = await deployment.Providers.StartAsync(goal.Urn, deployment.Abort);
        var news = await CheckAsync(provider, goal.Urn, oldInputs, inputs);
        if (old is null)
        {
            return Record(goal, null, StepKind.Create, provider, NewId(), news, null);
        }

        var diff = await provider.DiffConfigAsync(oldInputs, news, deployment.Abort);
        if (diff.Replaces.Count > 0)
        {
            // The replacement is another provider, so it gets a process of its own and is checked without a past.
            await provider.DisposeAsync();
            provider = await deployment.Providers.StartAsync(goal.Urn, deployment.Abort);
            news = await CheckAsync(provider, goal.Urn, new Struct(), inputs);
            return Record(goal, old, StepKind.Replace, provider, NewId(), news, diff);
        }

        var same = PropertyValue.AreEqual(oldInputs, news) && diff.Changes != DiffResponse.Types.DiffChanges.DiffSome;
        return Record(goal, old, same ? StepKind.Same : StepKind.Update, provider, old.Id, news, diff);
    }

    private ResourceEntry Record(
        Goal goal, ResourceEntry? old, StepKind kind, Provider provider, string id, Struct news, DiffResponse? diff)
    {
        var now = deployment.Now;
        var stored = ProviderRegistry.WithInternal(news, goal.Request.PluginDownloadURL);
        var isNew = kind is StepKind.Create or StepKind.Replace;
        var entry = goal.Entry("", stored) with
        {
            Id = id,
            Outputs = news,
            Rest = isNew ? null : old!.Rest,
            Created = isNew ? now : old!.Created,
            Modified = kind == StepKind.Same ? old!.Modified : now,
            PropertyDependencies = goal.Request.PropertyDependencies.Count > 0
                ? goal.Entry("", null).PropertyDependencies
                : new Dictionary<string, IReadOnlyList<string>>(),
        };
        if (kind != StepKind.Same)
        {
            deployment.Report.Begin(
                kind,
                goal.Urn,
                old is null ? null : Changes.Of(old with { Inputs = ProviderRegistry.WithoutInternal(old.Inputs) }, news, diff!),
                news);
        }

        if (kind == StepKind.Replace)
        {
            deployment.Journal.Change(old!, old! with { Delete = true }, save: false);
            deployment.Journal.Visit(null, entry);
        }
        else
        {
            deployment.Journal.Visit(old, entry, changed: kind != StepKind.Same);
        }

        var reference = $"{entry.Urn}::{entry.Id}";
        // One that a refresh before the program configured with the same inputs goes on as it is.
        if (kind != StepKind.Same || !deployment.Providers.Contains(reference))
        {
            deployment.Providers.Add(reference, provider);
            provider.Configure(id, news, deployment.Abort);
        }

        deployment.Report.Done(kind, goal.Urn);
        return entry;
    }

    private string NewId() => deployment.DryRun ? Sentinels.Unknown : deployment.NewId();

    private async Task<Struct> CheckAsync(Provider provider, string urn, Struct olds, Struct news)
    {
        var response = await provider.CheckConfigAsync(olds, news, deployment.Abort);
        Checks.ThrowIfRefused(urn, news, response);
        // Secrets went out in the clear: what was one is one again.
        return PropertyValue.WithSecrets(
            response.Inputs ?? new Struct(), news.Fields.Where(pair => PropertyValue.ContainsSecret(pair.Value)).Select(pair => pair.Key));
    }
}
