namespace Engine.State;

/// <summary>A stack's state: what exists, in an order in which dependencies come first, and what was under way.</summary>
internal sealed record Snapshot(IReadOnlyList<ResourceEntry> Resources, IReadOnlyList<Operation> Pending)
{
    public static Snapshot Empty { get; } = new([], []);
}
