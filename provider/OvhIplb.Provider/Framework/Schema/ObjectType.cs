using System.Collections.Immutable;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>A named object type, emitted under <c>types</c> of the package schema.</summary>
/// <param name="Name">The name in the package, for example <c>NatAddresses</c>.</param>
/// <param name="Description">What one such object is.</param>
/// <param name="Properties">Its properties, in the order in which they are declared.</param>
public sealed record ObjectType(string Name, string Description, ImmutableArray<Property> Properties);
