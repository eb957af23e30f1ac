namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>A run in which something goes wrong, and the next.</summary>
/// <param name="Ending">How the first ended.</param>
/// <param name="Next">The requests that the next was granted.</param>
/// <param name="Aftermath">What both have left behind.</param>
internal sealed record Attempt(Ending Ending, IReadOnlyList<string> Next, Aftermath Aftermath);
