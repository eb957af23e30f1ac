using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Framework.Resources;

public sealed record DeleteContext : OperationContext
{
    public required string Id { get; init; }

    public required PropertyBag OldInputs { get; init; }

    /// <summary>The saved state.</summary>
    public required PropertyBag State { get; init; }
}
