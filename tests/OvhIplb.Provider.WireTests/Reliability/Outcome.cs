namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>How a case went.</summary>
/// <param name="Case">The case.</param>
/// <param name="Direct">With a next run that does not read first.</param>
/// <param name="AfterRead">With one that does; null where nothing is left that could be read.</param>
internal sealed record Outcome(Case Case, Attempt Direct, Attempt? AfterRead);
