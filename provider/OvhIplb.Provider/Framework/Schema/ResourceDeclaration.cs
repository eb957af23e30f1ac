using System.Collections.Immutable;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>What a resource type is made of. Its state holds the inputs and the outputs.</summary>
public sealed record ResourceDeclaration
{
    /// <summary>The name in the token <c>package:index:Name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it declares, in Markdown.</summary>
    public required string Description { get; init; }

    public required ImmutableArray<Property> Inputs { get; init; }

    /// <summary>What is known only once the object exists; inputs are not repeated here.</summary>
    public required ImmutableArray<Property> Outputs { get; init; }

    /// <summary>The id that <c>pulumi import</c> takes.</summary>
    public required ImportId ImportId { get; init; }

    /// <summary>Whether a state is that of an import.</summary>
    public Func<PropertyBag, bool> IsImported { get; init; } = static _ => false;

    public IEnumerable<Property> State => Inputs.Concat(Outputs);
}
