using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Framework.Resources;

public sealed record CreateContext : OperationContext
{
    /// <summary>The checked inputs. Only in a preview may they hold unknowns.</summary>
    public required PropertyBag Inputs { get; init; }

    /// <summary>Whether to change nothing and answer only what is certain; the id is then ignored.</summary>
    public required bool Preview { get; init; }
}
