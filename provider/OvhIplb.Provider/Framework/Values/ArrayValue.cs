using System.Collections.Immutable;

namespace OvhIplb.Provider.Framework.Values;

public sealed record ArrayValue(ImmutableArray<PropertyValue> Items) : PropertyValue
{
    public static ArrayValue Empty { get; } = new(ImmutableArray<PropertyValue>.Empty);

    public bool Equals(ArrayValue? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
