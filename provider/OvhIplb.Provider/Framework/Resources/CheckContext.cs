using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>What an entity's own checks see.</summary>
public sealed record CheckContext : OperationContext
{
    /// <summary>The inputs that are well-formed; malformed ones are left out. May hold unknowns.</summary>
    public required PropertyBag Inputs { get; init; }

    /// <summary>The inputs of the last run; empty for a new resource.</summary>
    public required PropertyBag OldInputs { get; init; }

    /// <summary>Whether the resource does not exist, or is about to be replaced, which the engine checks as a new one.</summary>
    public bool IsNew => OldInputs.Value.Members.IsEmpty;

    public required CheckFailures Failures { get; init; }
}
