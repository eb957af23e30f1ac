namespace Engine.State;

/// <summary>A stack's state: what exists, in an order in which dependencies come first, and what was under way.</summary>
internal sealed record Snapshot(IReadOnlyList<ResourceEntry> Resources, IReadOnlyList<Operation> Pending)
{
    /// <summary>Whether the state declares resources itself, beside the program.</summary>
    public bool HasSnippets { get; init; }

    public static Snapshot Empty { get; } = new([], []);
}
