namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>What an operation that ends well may leave undone, as it has no next run: the user is warned of it.</summary>
/// <param name="Warning">What the warning says.</param>
/// <param name="Words">The same in a table's words.</param>
internal sealed record Waiver(string Warning, string Words)
{
    /// <summary>Whether something is where it would not be otherwise.</summary>
    public bool IsOfWorld { get; private init; }

    /// <summary>Whether something is not live that would be otherwise.</summary>
    public bool IsOfLiveness { get; private init; }

    private static IReadOnlyList<Waiver> All { get; } =
    [
        new("because the API refuses to delete it", "the certificate stays, as the API refuses to delete it") { IsOfWorld = true },
        new("taken out of the state without being removed there", "what is left of it goes with the expired service") {
            IsOfWorld = true,
            IsOfLiveness = true },
        new("could not be refreshed", "it is done, but not known to be live") { IsOfLiveness = true },
        new("its removal may be among them", "it is done, but not known to be live") { IsOfLiveness = true },
        new("so what is pending there is not known", "what else its refresh makes live is not said"),
        new("what is pending since then is not known", "`pendingChanges` is left empty until the next read"),
        new("could not be looked at", "the last known state is kept"),
    ];

    public static Waiver? Of(IEnumerable<string> warnings) =>
        All.FirstOrDefault(waiver => warnings.Any(warning => warning.Contains(waiver.Warning, StringComparison.Ordinal)));
}
