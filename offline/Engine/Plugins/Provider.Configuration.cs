using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Plugins;

/// <content>The calls about the provider itself.</content>
internal sealed partial class Provider
{
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
        var response = await OptionalAsync(() => Client.CheckConfigAsync(request, cancellationToken: cancellationToken));
        return response ?? new CheckResponse { Inputs = request.News };
    }

    public async Task<DiffResponse> DiffConfigAsync(Struct olds, Struct news, CancellationToken cancellationToken)
    {
        var plain = PropertyValue.WithoutSecrets(olds);
        var request = new DiffRequest
        {
            Urn = Urn,
            Name = Name,
            Type = Type,
            Olds = plain,
            OldInputs = plain,
            News = PropertyValue.WithoutSecrets(news),
        };
        var response = await OptionalAsync(() => Client.DiffConfigAsync(request, cancellationToken: cancellationToken));
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
        foreach ((var key, var value) in inputs.Fields.Where(pair => pair.Key != "version"))
        {
            var plain = PropertyValue.WithoutSecrets(value);
#pragma warning disable CS0612 // Deprecated, and still what the real engine sends and older providers read.
            request.Variables[$"{State.Urn.Package(Type)}:config:{key}"] = plain.KindCase == Value.KindOneofCase.StringValue
                ? plain.StringValue
                : ValueJson.From(plain)?.ToJsonString() ?? "null";
#pragma warning restore CS0612
        }

        _configured = CallAsync<ConfigureResponse?>(async () => await Client.ConfigureAsync(request, cancellationToken: cancellationToken));
    }

    /// <summary>Whether the configuration is known, so that the provider can be asked; throws where it was refused.</summary>
    public async Task<bool> IsReadyAsync() => await _configured is not null;
}
