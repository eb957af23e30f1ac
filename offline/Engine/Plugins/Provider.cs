using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Plugins;

/// <summary>
/// One provider as one plugin process serves it: the calls in the order and with the content the real engine sends.
/// Every failure is a <see cref="ProviderException"/>. Here: the process and how it is called; the calls themselves are in the
/// parts for its configuration and for resources.
/// </summary>
internal sealed partial class Provider : IAsyncDisposable
{
    private readonly IPlugin _plugin;
    private readonly SemaphoreSlim _parallel;
    private ProviderHandshakeResponse? _handshake;
    private Task<ConfigureResponse?> _configured = Task.FromResult<ConfigureResponse?>(null);
    private int _closed;

    private Provider(IPlugin plugin, string urn, SemaphoreSlim parallel)
    {
        _plugin = plugin;
        _parallel = parallel;
        Urn = urn;
    }

    public string Urn { get; }

    /// <summary>The configuration in force, with what the engine keeps for itself left out.</summary>
    public Struct Inputs { get; private set; } = new();

    private ResourceProvider.ResourceProviderClient Client => _plugin.Client;

    private string Name => State.Urn.Name(Urn);

    private string Type => State.Urn.Type(Urn);

    /// <summary>Starts a plugin for the provider resource <paramref name="urn"/> and greets it.</summary>
    public static async Task<Provider> StartAsync(
        IPluginHost host, string urn, string engineAddress, SemaphoreSlim parallel, CancellationToken cancellationToken)
    {
        var plugin = await host.StartAsync(State.Urn.Package(State.Urn.Type(urn)), engineAddress, cancellationToken);
        var provider = new Provider(plugin, urn, parallel);
        try
        {
            await provider.GreetAsync(engineAddress, cancellationToken);
            return provider;
        }
        catch
        {
            await plugin.DisposeAsync();
            throw;
        }
    }

    /// <summary>Tells the provider to finish what it is doing; what it answers does not matter.</summary>
    public async Task CancelAsync()
    {
        try
        {
            await Client.CancelAsync(new Empty(), deadline: null);
        }
        catch (RpcException)
        {
            // Advisory: a provider without Cancel, or one that is gone already, is ended anyway.
        }
    }

    /// <summary>Cancels, then ends the process. Doing it again does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            // One that nobody asked for anything may not have had its configuration yet, and is to have it before its end.
            await ((Task)_configured).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await CancelAsync();
            await _plugin.DisposeAsync();
        }
    }

    private async Task GreetAsync(string engineAddress, CancellationToken cancellationToken)
    {
        var handshake = new ProviderHandshakeRequest
        {
            EngineAddress = engineAddress,
            ConfigureWithUrn = true,
            SupportsRefreshBeforeUpdate = true,
            InvokeWithPreview = true,
        };
        if (!_plugin.Attached)
        {
            handshake.RootDirectory = _plugin.Directory;
            handshake.ProgramDirectory = _plugin.Directory;
        }

        _handshake = await OptionalAsync(() => Client.HandshakeAsync(handshake, cancellationToken: cancellationToken));
        if (_plugin.Attached)
        {
            await OptionalAsync(
                () => Client.AttachAsync(new PluginAttach { Address = engineAddress }, cancellationToken: cancellationToken));
        }

        await OptionalAsync(() => Client.GetPluginInfoAsync(new Empty(), cancellationToken: cancellationToken));
    }

    private bool AcceptsSecrets =>
        _handshake?.AcceptSecrets ?? (_configured.IsCompletedSuccessfully && _configured.Result?.AcceptSecrets == true);

    private bool AcceptsResources =>
        _handshake?.AcceptResources ?? (_configured.IsCompletedSuccessfully && _configured.Result?.AcceptResources == true);

    private async Task<T> LimitedAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        await _parallel.WaitAsync(cancellationToken);
        try
        {
            return await CallAsync(call);
        }
        finally
        {
            _parallel.Release();
        }
    }

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Unavailable)
        {
            throw new ProviderException($"the plugin of {Name} ({State.Urn.Package(Type)}) is gone: {error.Status.Detail}");
        }
        catch (RpcException error)
        {
            throw ProviderException.From(error);
        }
    }

    private async Task<T?> OptionalAsync<T>(Func<AsyncUnaryCall<T>> call)
        where T : class
    {
        try
        {
            return await CallAsync(async () => await call());
        }
        catch (ProviderException error) when (error.Unimplemented)
        {
            return null;
        }
    }
}
