
namespace OvhIplb.Provider.Framework.Resources;

/// <summary>What every operation on a resource knows.</summary>
public abstract record OperationContext
{
    public required string Urn { get; init; }

    /// <summary>The name the program gave the resource.</summary>
    public required string Name { get; init; }

    /// <summary>Tells the user about this resource.</summary>
    public required IOperationLog Log { get; init; }

    /// <summary>What <c>customTimeouts</c> says about this operation; null leaves it to the resource's own default.</summary>
    public TimeSpan? Timeout { get; init; }
}
