using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Steps;

/// <summary>What a registration asks for, in the engine's own terms.</summary>
/// <exception cref="StepException">It cannot be asked for.</exception>
internal sealed record Goal(RegisterResourceRequest Request, string Urn)
{
    private readonly Timeouts _timeouts = CustomTimeouts.Read(Request.CustomTimeouts, Urn);

    /// <summary>The program's inputs, output values reduced to their values.</summary>
    public Struct Inputs { get; } = PropertyValue.WithoutOutputs(Request.Object ?? new Struct());

    public string Package => State.Urn.Package(Request.Type);

    public bool DeleteBeforeReplace => Request.DeleteBeforeReplace;

    /// <summary>The entry this goal leads to, without what only a provider can say: id, outputs and times.</summary>
    public ResourceEntry Entry(string provider, Struct? inputs) => new()
    {
        Urn = Urn,
        Type = Request.Type,
        Custom = Request.Custom,
        Inputs = inputs,
        Parent = Request.Parent,
        Protect = Request.Protect,
        Dependencies = [.. Request.Dependencies.Distinct()],
        Provider = provider,
        PropertyDependencies = PropertyDependencies(),
        AdditionalSecretOutputs = [.. Request.AdditionalSecretOutputs],
        Timeouts = _timeouts,
        ImportId = Request.ImportId,
        RetainOnDelete = Request.RetainOnDelete,
        DeletedWith = Request.DeletedWith,
        IgnoreChanges = [.. Request.IgnoreChanges],
        ReplaceOnChanges = [.. Request.ReplaceOnChanges],
    };

    // A program that says nothing about single properties means that each of them depends on everything it names.
    private Dictionary<string, IReadOnlyList<string>> PropertyDependencies() => Request.PropertyDependencies.Count > 0
        ? Request.PropertyDependencies
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Urns], StringComparer.Ordinal)
        : Inputs.Fields.Keys
            .ToDictionary(key => key, _ => (IReadOnlyList<string>)[.. Request.Dependencies.Distinct()], StringComparer.Ordinal);
}
