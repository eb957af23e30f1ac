using Engine.Display;

namespace Engine;

/// <summary>How a phase of a command ended.</summary>
/// <param name="Good">Whether nothing went wrong.</param>
/// <param name="Changes">How many resources something changes, or changed, about.</param>
/// <param name="Counts">How many resources each kind of step happened to.</param>
internal sealed record PhaseResult(bool Good, int Changes, StepCounts Counts)
{
    public static PhaseResult Of(Report report) => new(!report.HasErrors, report.Changed, report.Counts);
}
