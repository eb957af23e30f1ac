namespace OvhSimulator.Worlds;

/// <summary>What the state file holds.</summary>
/// <param name="SavedAt">The wall clock when it was written.</param>
/// <param name="World">The world then.</param>
internal sealed record SavedWorld(DateTimeOffset SavedAt, World World);
