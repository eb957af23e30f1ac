using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.Resources;

/// <summary>
/// What a Diff compares. At a refresh the engine exchanges the roles: old is then what Read found, and
/// <see cref="Inputs"/> are the saved ones.
/// </summary>
public sealed record DiffContext : OperationContext
{
    public required string Id { get; init; }

    /// <summary>The new inputs. May hold unknowns.</summary>
    public required PropertyBag Inputs { get; init; }

    public required PropertyBag OldInputs { get; init; }

    /// <summary>The saved state.</summary>
    public required PropertyBag State { get; init; }
}
