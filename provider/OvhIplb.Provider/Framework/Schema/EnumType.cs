using System.Collections.Immutable;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>A closed list of strings, emitted under <c>types</c> of the package schema.</summary>
/// <param name="Name">The name in the package, for example <c>OnDelete</c>.</param>
/// <param name="Description">What the choice is about.</param>
/// <param name="Members">The members in the order in which they are shown.</param>
public sealed record EnumType(string Name, string Description, ImmutableArray<EnumMember> Members)
{
    public IEnumerable<string> Values => Members.Select(static member => member.Value);
}
