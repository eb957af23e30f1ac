using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;

namespace Engine.State;

/// <summary>
/// One resource as the state remembers it. Entries are never changed: a step makes a new one. The structs inside are shared,
/// so whoever wants to change one clones it first.
/// </summary>
internal sealed record ResourceEntry
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    /// <summary>Whether a provider manages it; components and the stack are not custom.</summary>
    public bool Custom { get; init; }

    /// <summary>Whether it has been replaced and only waits for its deletion.</summary>
    public bool Delete { get; init; }

    public string Id { get; init; } = "";

    /// <summary>What Check answered; null where the state has none (the stack, a resource that was only read).</summary>
    public Struct? Inputs { get; init; }

    /// <summary>What the provider answered.</summary>
    public Struct? Outputs { get; init; }

    public string Parent { get; init; } = "";

    public bool Protect { get; init; }

    /// <summary>Whether it is to be replaced by the next update: <c>pulumi state taint</c>.</summary>
    public bool Taint { get; init; }

    /// <summary>Whether it was read and is not managed: never updated, never deleted.</summary>
    public bool External { get; init; }

    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>Why the object is not in order; an entry with reasons is updated by the next run.</summary>
    public IReadOnlyList<string> InitErrors { get; init; } = [];

    /// <summary>The provider's URN and id.</summary>
    public string Provider { get; init; } = "";

    public IReadOnlyDictionary<string, IReadOnlyList<string>> PropertyDependencies { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether the object has been deleted and is still to be created anew.</summary>
    public bool PendingReplacement { get; init; }

    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    public Timeouts Timeouts { get; init; } = Timeouts.Default;

    public string ImportId { get; init; } = "";

    public bool RetainOnDelete { get; init; }

    public string DeletedWith { get; init; } = "";

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Modified { get; init; }

    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Whether the provider asked to be read before the next diff.</summary>
    public bool RefreshBeforeUpdate { get; init; }

    /// <summary>
    /// What else the state says of it and this engine does nothing with, as it stands there: <c>aliases</c>, <c>resourceHooks</c> and the
    /// like.
    /// </summary>
    public JsonObject? Rest { get; init; }

    /// <summary>Whether a program has bound hooks to it, which only the real engine runs.</summary>
    public bool HasHooks => Rest?["resourceHooks"] is JsonObject { Count: > 0 };

    public bool IsProvider => State.Urn.IsProviderType(Type);

    /// <summary>Every URN this entry needs to exist, its provider's and its parent's among them.</summary>
    public IEnumerable<string> References()
    {
        var all = Dependencies.Concat(PropertyDependencies.Values.SelectMany(urns => urns)).Append(Parent).Append(DeletedWith);
        if (Provider.Length > 0)
        {
            all = all.Append(State.Urn.SplitReference(Provider).Urn);
        }

        return all.Where(urn => urn.Length > 0).Distinct();
    }
}
