using System.Collections.Immutable;

namespace OvhIplb.Provider.Framework.Values;

/// <summary>Named values, ordered by name (ordinal), so that everything made of them is deterministic.</summary>
public sealed record ObjectValue : PropertyValue
{
    public ObjectValue(ImmutableSortedDictionary<string, PropertyValue> members)
    {
        Members = members.WithComparers(StringComparer.Ordinal);
    }

    public static ObjectValue Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal));

    public ImmutableSortedDictionary<string, PropertyValue> Members { get; }

    public static ObjectValue Of(params IEnumerable<(string Name, PropertyValue Value)> members) =>
        new(members.ToImmutableSortedDictionary(
            static member => member.Name, static member => member.Value, StringComparer.Ordinal));

    public bool Equals(ObjectValue? other) =>
        other is not null && Members.Count == other.Members.Count && Members.SequenceEqual(other.Members);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, value) in Members)
        {
            hash.Add(name);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
