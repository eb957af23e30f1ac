using System.Collections.Immutable;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>What a function takes and gives.</summary>
public sealed record FunctionDeclaration
{
    /// <summary>The name in the token <c>package:index:name</c>, for example <c>getLoadBalancer</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it answers, in Markdown.</summary>
    public required string Description { get; init; }

    public required ImmutableArray<Property> Inputs { get; init; }

    public required ImmutableArray<Property> Outputs { get; init; }
}
