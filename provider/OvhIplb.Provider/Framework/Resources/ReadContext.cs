using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Framework.Resources;

public sealed record ReadContext : OperationContext
{
    public required string Id { get; init; }

    /// <summary>The saved inputs; empty on import.</summary>
    public required PropertyBag Inputs { get; init; }

    /// <summary>The saved state; empty on import.</summary>
    public required PropertyBag State { get; init; }

    /// <summary>Whether only the id is known: at an import and where a program looks a resource up. Inputs must then be answered.</summary>
    public bool IsImport => Inputs.Value.Members.IsEmpty && State.Value.Members.IsEmpty;
}
