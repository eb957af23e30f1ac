using Engine.State;
using Engine.Values;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Engine.Plugins;

/// <summary>
/// One provider as one plugin process serves it: the calls in the order and with the content the real engine sends.
/// Every failure is a <see cref="ProviderException"/>.
/// </summary>
internal sealed class Provider : IAsyncDisposable
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
        IPlugin plugin = await host.StartAsync(State.Urn.Package(State.Urn.Type(urn)), engineAddress, cancellationToken).ConfigureAwait(false);
        var provider = new Provider(plugin, urn, parallel);
        try
        {
            await provider.GreetAsync(engineAddress, cancellationToken).ConfigureAwait(false);
            return provider;
        }
        catch
        {
            await plugin.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Secrets are sent unwrapped; a provider without CheckConfig takes what it is given.</summary>
    public async Task<CheckResponse> CheckConfigAsync(Struct olds, Struct news, CancellationToken cancellationToken)
    {
        var request = new CheckRequest
        {
            Urn = Urn,
            Name = Name,
            Type = Type,
            Olds = PropertyValue.WithoutSecrets(olds),
            News = PropertyValue.WithoutSecrets(news),
        };
        CheckResponse? response = await OptionalAsync(() => Client.CheckConfigAsync(request, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return response ?? new CheckResponse { Inputs = request.News };
    }

    public async Task<DiffResponse> DiffConfigAsync(Struct olds, Struct news, CancellationToken cancellationToken)
    {
        Struct plain = PropertyValue.WithoutSecrets(olds);
        var request = new DiffRequest
        {
            Urn = Urn,
            Name = Name,
            Type = Type,
            Olds = plain,
            OldInputs = plain,
            News = PropertyValue.WithoutSecrets(news),
        };
        DiffResponse? response = await OptionalAsync(() => Client.DiffConfigAsync(request, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return response ?? new DiffResponse();
    }

    /// <summary>
    /// Sends the configuration. The answer is waited for by the first operation that needs it, so a failure appears on that
    /// resource. A configuration with unknowns is not sent: the provider then answers nothing in this preview.
    /// </summary>
    public void Configure(string id, Struct inputs, CancellationToken cancellationToken)
    {
        Inputs = inputs;
        if (PropertyValue.ContainsUnknown(inputs))
        {
            _configured = Task.FromResult<ConfigureResponse?>(null);
            return;
        }

        var request = new ConfigureRequest
        {
            Args = inputs,
            AcceptSecrets = true,
            AcceptResources = true,
            SendsOldInputs = true,
            SendsOldInputsToDelete = true,
            Id = id,
            Urn = Urn,
            Name = Name,
            Type = Type,
        };
        foreach ((string key, Value value) in inputs.Fields.Where(pair => pair.Key != "version"))
        {
            Value plain = PropertyValue.WithoutSecrets(value);
#pragma warning disable CS0612 // Deprecated, and still what the real engine sends and older providers read.
            request.Variables[$"{State.Urn.Package(Type)}:config:{key}"] = plain.KindCase == Value.KindOneofCase.StringValue
                ? plain.StringValue
                : ValueJson.From(plain)?.ToJsonString() ?? "null";
#pragma warning restore CS0612
        }

        _configured = CallAsync<ConfigureResponse?>(async () => await Client.ConfigureAsync(request, cancellationToken: cancellationToken));
    }

    /// <summary>Whether the configuration is known, so that the provider can be asked; throws where it was refused.</summary>
    public async Task<bool> IsReadyAsync() => await _configured.ConfigureAwait(false) is not null;

    public async Task<CheckResponse> CheckAsync(
        string urn, Struct olds, Struct news, byte[] seed, CancellationToken cancellationToken)
    {
        if (!await IsReadyAsync().ConfigureAwait(false))
        {
            return new CheckResponse { Inputs = news };
        }

        var request = new CheckRequest
        {
            Urn = urn,
            Name = State.Urn.Name(urn),
            Type = State.Urn.Type(urn),
            Olds = Outgoing(olds),
            News = Outgoing(news),
            RandomSeed = ByteString.CopyFrom(seed),
        };
        CheckResponse response = await CallAsync(async () => await Client.CheckAsync(request, cancellationToken: cancellationToken)).ConfigureAwait(false);
        response.Inputs = Incoming(response.Inputs ?? new Struct(), news);
        return response;
    }

    public async Task<DiffResponse> DiffAsync(
        ResourceEntry old, Struct news, IEnumerable<string> ignoreChanges, CancellationToken cancellationToken)
    {
        if (!await IsReadyAsync().ConfigureAwait(false))
        {
            return new DiffResponse();
        }

        var request = new DiffRequest
        {
            Id = old.Id,
            Urn = old.Urn,
            Name = State.Urn.Name(old.Urn),
            Type = old.Type,
            Olds = Outgoing(old.Outputs ?? new Struct()),
            OldInputs = Outgoing(old.Inputs ?? new Struct()),
            News = Outgoing(news),
            IgnoreChanges = { ignoreChanges },
        };
        DiffResponse? response = await OptionalAsync(() => Client.DiffAsync(request, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return response ?? new DiffResponse();
    }

    public async Task<CreateResponse> CreateAsync(ResourceEntry draft, bool preview, CancellationToken cancellationToken)
    {
        Struct inputs = draft.Inputs ?? new Struct();
        if (!await IsReadyAsync().ConfigureAwait(false))
        {
            return new CreateResponse { Properties = new Struct() };
        }

        if (preview && !await SupportsPreviewAsync().ConfigureAwait(false))
        {
            return new CreateResponse { Properties = inputs };
        }

        var request = new CreateRequest
        {
            Urn = draft.Urn,
            Name = State.Urn.Name(draft.Urn),
            Type = draft.Type,
            Properties = Outgoing(inputs),
            Timeout = draft.Timeouts.Create,
            Preview = preview,
        };
        CreateResponse response = await LimitedAsync(async () => await Client.CreateAsync(request, cancellationToken: cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        response.Properties = Incoming(response.Properties ?? new Struct(), inputs);
        return !preview && response.Id.Length == 0
            ? throw new ProviderException($"the provider answered the creation of {draft.Urn} without an id; this is a bug in the provider")
            : response;
    }

    public async Task<UpdateResponse> UpdateAsync(
        ResourceEntry old, ResourceEntry draft, bool preview, CancellationToken cancellationToken)
    {
        Struct inputs = draft.Inputs ?? new Struct();
        if (!await IsReadyAsync().ConfigureAwait(false) || (preview && !await SupportsPreviewAsync().ConfigureAwait(false)))
        {
            return new UpdateResponse { Properties = inputs };
        }

        var request = new UpdateRequest
        {
            Id = old.Id,
            Urn = draft.Urn,
            Name = State.Urn.Name(draft.Urn),
            Type = draft.Type,
            Olds = Outgoing(old.Outputs ?? new Struct()),
            OldInputs = Outgoing(old.Inputs ?? new Struct()),
            News = Outgoing(inputs),
            Timeout = draft.Timeouts.Update,
            IgnoreChanges = { draft.IgnoreChanges },
            Preview = preview,
        };
        UpdateResponse response = await LimitedAsync(async () => await Client.UpdateAsync(request, cancellationToken: cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        response.Properties = Incoming(response.Properties ?? new Struct(), inputs);
        return response;
    }

    /// <summary>Reads an object; an import gives neither properties nor inputs, a read of the program gives empty ones.</summary>
    public async Task<ReadResponse> ReadAsync(
        string urn, string id, Struct? properties, Struct? inputs, double timeout, CancellationToken cancellationToken)
    {
        if (!await IsReadyAsync().ConfigureAwait(false))
        {
            return new ReadResponse { Id = id, Properties = new Struct(), Inputs = new Struct() };
        }

        var request = new ReadRequest
        {
            Id = id,
            Urn = urn,
            Name = State.Urn.Name(urn),
            Type = State.Urn.Type(urn),
            Properties = properties is null ? null : Outgoing(properties),
            Inputs = inputs is null ? null : Outgoing(inputs),
            Timeout = timeout,
        };
        ReadResponse response = await LimitedAsync(async () => await Client.ReadAsync(request, cancellationToken: cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        response.Properties = Incoming(response.Properties ?? new Struct(), properties ?? new Struct());
        response.Inputs = response.Inputs is null ? null : Incoming(response.Inputs, inputs ?? new Struct());
        return response;
    }

    public async Task DeleteAsync(ResourceEntry entry, CancellationToken cancellationToken)
    {
        await IsReadyAsync().ConfigureAwait(false);
        var request = new DeleteRequest
        {
            Id = entry.Id,
            Urn = entry.Urn,
            Name = State.Urn.Name(entry.Urn),
            Type = entry.Type,
            Properties = Outgoing(entry.Outputs ?? new Struct()),
            OldInputs = Outgoing(entry.Inputs ?? new Struct()),
            Timeout = entry.Timeouts.Delete,
        };
        await LimitedAsync(async () => await Client.DeleteAsync(request, cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Calls a function; null where the provider's configuration is not known yet.</summary>
    public async Task<InvokeResponse?> InvokeAsync(string token, Struct arguments, bool preview, CancellationToken cancellationToken) =>
        await IsReadyAsync().ConfigureAwait(false)
            ? await CallAsync(async () => await Client.InvokeAsync(
                new InvokeRequest { Tok = token, Args = Outgoing(arguments), Preview = preview }, cancellationToken: cancellationToken)).ConfigureAwait(false)
            : null;

    /// <summary>Tells the provider to finish what it is doing; what it answers does not matter.</summary>
    public async Task CancelAsync()
    {
        try
        {
            await Client.CancelAsync(new Empty(), deadline: null).ConfigureAwait(false);
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
            await CancelAsync().ConfigureAwait(false);
            await _plugin.DisposeAsync().ConfigureAwait(false);
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

        _handshake = await OptionalAsync(() => Client.HandshakeAsync(handshake, cancellationToken: cancellationToken)).ConfigureAwait(false);
        if (_plugin.Attached)
        {
            await OptionalAsync(() => Client.AttachAsync(new PluginAttach { Address = engineAddress }, cancellationToken: cancellationToken))
                .ConfigureAwait(false);
        }

        await OptionalAsync(() => Client.GetPluginInfoAsync(new Empty(), cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private bool AcceptsSecrets =>
        _handshake?.AcceptSecrets ?? (_configured.IsCompletedSuccessfully && _configured.Result?.AcceptSecrets == true);

    private bool AcceptsResources =>
        _handshake?.AcceptResources ?? (_configured.IsCompletedSuccessfully && _configured.Result?.AcceptResources == true);

    private async Task<bool> SupportsPreviewAsync() => (await _configured.ConfigureAwait(false))?.SupportsPreview == true || _handshake is not null;

    private Struct Outgoing(Struct values)
    {
        values = AcceptsSecrets ? values : PropertyValue.WithoutSecrets(values);
        return AcceptsResources ? values : PropertyValue.WithoutReferences(values);
    }

    // A provider that knows no secrets answers them in the clear: what was secret going in is secret coming out.
    private Struct Incoming(Struct answer, Struct sent) => AcceptsSecrets
        ? answer
        : PropertyValue.WithSecrets(answer, sent.Fields.Where(pair => PropertyValue.ContainsSecret(pair.Value)).Select(pair => pair.Key));

    private async Task<T> LimitedAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        await _parallel.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await CallAsync(call).ConfigureAwait(false);
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
            return await call().ConfigureAwait(false);
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
            return await CallAsync(async () => await call()).ConfigureAwait(false);
        }
        catch (ProviderException error) when (error.Unimplemented)
        {
            return null;
        }
    }
}
