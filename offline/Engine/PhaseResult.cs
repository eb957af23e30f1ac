namespace Engine;

/// <summary>How a phase of a command ended.</summary>
/// <param name="Good">Whether nothing went wrong.</param>
/// <param name="Changes">How many resources something changes, or changed, about.</param>
internal sealed record PhaseResult(bool Good, int Changes);
