using Engine.State;
using Engine.Values;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Plugins;

/// <content>The calls about one resource or function.</content>
internal sealed partial class Provider
{
    public async Task<CheckResponse> CheckAsync(
        string urn, Struct olds, Struct news, byte[] seed, CancellationToken cancellationToken)
    {
        if (!await IsReadyAsync())
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
        var response = await CallAsync(async () => await Client.CheckAsync(request, cancellationToken: cancellationToken));
        response.Inputs = Incoming(response.Inputs ?? new Struct(), news);
        return response;
    }

    public async Task<DiffResponse> DiffAsync(
        ResourceEntry old, Struct news, IEnumerable<string> ignoreChanges, CancellationToken cancellationToken)
    {
        if (!await IsReadyAsync())
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
        var response = await OptionalAsync(() => Client.DiffAsync(request, cancellationToken: cancellationToken));
        return response ?? new DiffResponse();
    }

    public async Task<CreateResponse> CreateAsync(ResourceEntry draft, bool preview, CancellationToken cancellationToken)
    {
        var inputs = draft.Inputs ?? new Struct();
        if (!await IsReadyAsync())
        {
            return new CreateResponse { Properties = new Struct() };
        }

        if (preview && !await SupportsPreviewAsync())
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
        var response = await LimitedAsync(
            async () => await Client.CreateAsync(request, cancellationToken: cancellationToken),
            cancellationToken);
        response.Properties = Incoming(response.Properties ?? new Struct(), inputs);
        return !preview && response.Id.Length == 0
            ? throw new ProviderException($"the provider answered the creation of {draft.Urn} without an id; this is a bug in the provider")
            : response;
    }

    public async Task<UpdateResponse> UpdateAsync(
        ResourceEntry old, ResourceEntry draft, bool preview, CancellationToken cancellationToken)
    {
        var inputs = draft.Inputs ?? new Struct();
        if (!await IsReadyAsync() || (preview && !await SupportsPreviewAsync()))
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
        var response = await LimitedAsync(
            async () => await Client.UpdateAsync(request, cancellationToken: cancellationToken),
            cancellationToken);
        response.Properties = Incoming(response.Properties ?? new Struct(), inputs);
        return response;
    }

    /// <summary>Reads an object; an import gives neither properties nor inputs, a read of the program gives empty ones.</summary>
    public async Task<ReadResponse> ReadAsync(
        string urn, string id, Struct? properties, Struct? inputs, double timeout, CancellationToken cancellationToken)
    {
        if (!await IsReadyAsync())
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
        var response = await LimitedAsync(
            async () => await Client.ReadAsync(request, cancellationToken: cancellationToken),
            cancellationToken);
        response.Properties = Incoming(response.Properties ?? new Struct(), properties ?? new Struct());
        response.Inputs = response.Inputs is null ? null : Incoming(response.Inputs, inputs ?? new Struct());
        return response;
    }

    public async Task DeleteAsync(ResourceEntry entry, CancellationToken cancellationToken)
    {
        await IsReadyAsync();
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
        await LimitedAsync(async () => await Client.DeleteAsync(request, cancellationToken: cancellationToken), cancellationToken);
    }

    /// <summary>Calls a function; null where the provider's configuration is not known yet.</summary>
    public async Task<InvokeResponse?> InvokeAsync(string token, Struct arguments, bool preview, CancellationToken cancellationToken) =>
        await IsReadyAsync()
            ? await CallAsync(async () => await Client.InvokeAsync(
                new InvokeRequest { Tok = token, Args = Outgoing(arguments), Preview = preview }, cancellationToken: cancellationToken))
            : null;

    private async Task<bool> SupportsPreviewAsync() => (await _configured)?.SupportsPreview == true || _handshake is not null;

    private Struct Outgoing(Struct values)
    {
        values = AcceptsSecrets ? values : PropertyValue.WithoutSecrets(values);
        return AcceptsResources ? values : PropertyValue.WithoutReferences(values);
    }

    // A provider that knows no secrets answers them in the clear: what was secret going in is secret coming out.
    private Struct Incoming(Struct answer, Struct sent) => AcceptsSecrets
        ? answer
        : PropertyValue.WithSecrets(answer, sent.Fields.Where(pair => PropertyValue.ContainsSecret(pair.Value)).Select(pair => pair.Key));
}
