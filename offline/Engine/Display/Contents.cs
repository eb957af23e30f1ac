using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Display;

/// <summary>All that a report was told. The end of the console's text and the Markdown are both made of it.</summary>
internal sealed record Contents
{
    /// <summary>The stack's URN.</summary>
    public required string StackUrn { get; init; }

    /// <summary>Hides what is never shown.</summary>
    public required Mask Mask { get; init; }

    public IReadOnlyList<Step> Steps { get; init; } = [];

    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>How many resources each kind of step happened to.</summary>
    public IReadOnlyDictionary<StepKind, int> Counts { get; init; } = new Dictionary<StepKind, int>();

    /// <summary>The URNs that something went wrong with.</summary>
    public IReadOnlySet<string> Errored { get; init; } = new HashSet<string>();

    public Struct OldOutputs { get; init; } = new();

    /// <summary>The stack's outputs after the run; null where it did not come to that.</summary>
    public Struct? NewOutputs { get; init; }

    /// <summary>Of a command that failed before it had anything to report.</summary>
    public static Contents OfFailure(string stackUrn, Mask mask, string reason) => new()
    {
        StackUrn = stackUrn,
        Mask = mask,
        Diagnostics = [Diagnostic.Of(stackUrn, LogSeverity.Error, reason)],
        Errored = new HashSet<string>(StringComparer.Ordinal) { stackUrn },
    };
}
