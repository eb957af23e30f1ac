using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Framework.Resources;

public sealed record UpdateContext : OperationContext
{
    public required string Id { get; init; }

    /// <summary>The checked new inputs. Only in a preview may they hold unknowns.</summary>
    public required PropertyBag Inputs { get; init; }

    public required PropertyBag OldInputs { get; init; }

    /// <summary>The saved state.</summary>
    public required PropertyBag State { get; init; }

    /// <summary>Whether to change nothing and answer only what is certain.</summary>
    public required bool Preview { get; init; }
}
