namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>What two runs have left behind.</summary>
/// <param name="World">How the world is.</param>
/// <param name="State">What a read put into the state; empty where reading was not what was done.</param>
/// <param name="Effects">How often requests of each kind took effect.</param>
/// <param name="Warnings">What the user was warned of.</param>
internal sealed record Aftermath(Picture World, string State, IReadOnlyDictionary<string, int> Effects, IReadOnlyList<string> Warnings);
