using System.Collections.Concurrent;
using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Plugins;

/// <summary>The providers in use in one phase of a command, by their reference. Each is a process of its own.</summary>
internal sealed class ProviderRegistry(IPluginHost host, SemaphoreSlim parallel) : IAsyncDisposable
{
    /// <summary>The input key the engine keeps for itself; no provider sees it.</summary>
    public const string Internal = "__internal";

    private const string DownloadUrl = "pluginDownloadURL";

    private readonly ConcurrentDictionary<string, Lazy<Task<Provider>>> _byReference = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Provider> _all = [];

    /// <summary>Where plugins reach the engine; set once its server listens.</summary>
    public string EngineAddress { get; set; } = "";

    /// <summary>Starts a provider that is not configured yet.</summary>
    public async Task<Provider> StartAsync(string urn, CancellationToken cancellationToken)
    {
        var provider = await Provider.StartAsync(host, urn, EngineAddress, parallel, cancellationToken);
        _all.Add(provider);
        return provider;
    }

    /// <summary>Whether a provider of this command is in use under the reference already.</summary>
    public bool Contains(string reference) => _byReference.ContainsKey(reference);

    public void Add(string reference, Provider provider)
        => _byReference[reference] = new Lazy<Task<Provider>>(() => Task.FromResult(provider));

    /// <summary>The provider of a reference; one that this run has not registered is configured as the state says.</summary>
    /// <exception cref="ProviderException">The reference is unknown here and in the state.</exception>
    public Task<Provider> GetAsync(string reference, IEnumerable<ResourceEntry> state, CancellationToken cancellationToken) =>
        _byReference.GetOrAdd(reference, key => new Lazy<Task<Provider>>(() => LoadAsync(key, state, cancellationToken))).Value;

    /// <summary>Ends a provider nothing uses any more.</summary>
    public async Task CloseAsync(string reference)
    {
        if (_byReference.TryRemove(reference, out var provider) && provider.IsValueCreated)
        {
            await (await provider.Value).DisposeAsync();
        }
    }

    public Task CancelAllAsync() => Task.WhenAll(_all.Select(provider => provider.CancelAsync()));

    public async ValueTask DisposeAsync() => await Task.WhenAll(_all.Select(provider => provider.DisposeAsync().AsTask()));

    public static Struct WithoutInternal(Struct? inputs)
    {
        var copy = (inputs ?? new Struct()).Clone();
        copy.Fields.Remove(Internal);
        return copy;
    }

    /// <summary>A provider's inputs as they are kept, with what no provider is told: where its plugin is downloaded from.</summary>
    public static Struct WithInternal(Struct inputs, string pluginDownloadUrl)
    {
        var kept = new Struct();
        if (pluginDownloadUrl.Length > 0)
        {
            kept.Fields[DownloadUrl] = Value.ForString(pluginDownloadUrl);
        }

        var copy = inputs.Clone();
        copy.Fields[Internal] = Value.ForStruct(kept);
        return copy;
    }

    private async Task<Provider> LoadAsync(string reference, IEnumerable<ResourceEntry> state, CancellationToken cancellationToken)
    {
        (var urn, var id) = Urn.SplitReference(reference);
        ResourceEntry entry = state.FirstOrDefault(entry => entry.Urn == urn && entry.Id == id)
            ?? throw new ProviderException(id == Sentinels.Unknown
                ? $"the provider {urn} is not known yet"
                : $"the state has no provider {reference}");
        var provider = await StartAsync(urn, cancellationToken);
        provider.Configure(id, WithoutInternal(entry.Inputs), cancellationToken);
        return provider;
    }
}
