using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>What a Diff compares.</summary>
public sealed record DiffContext : OperationContext
{
    public required string Id { get; init; }

    /// <summary>The new inputs. May hold unknowns.</summary>
    public required PropertyBag Inputs { get; init; }

    public required PropertyBag OldInputs { get; init; }

    /// <summary>The saved state.</summary>
    public required PropertyBag State { get; init; }

    /// <summary>
    /// Whether the engine asks in order to show drift, right after a Read. The roles are then exchanged: old is what Read found,
    /// <see cref="Inputs"/> are the saved inputs, and no update follows from the answer.
    /// </summary>
    public required bool IsRefresh { get; init; }
}
