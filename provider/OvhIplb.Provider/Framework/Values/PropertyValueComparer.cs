using System.Collections.Immutable;

namespace OvhIplb.Provider.Framework.Values;

/// <summary>
/// Equality of what values mean: secret and output wrappers are looked through, numbers are equal by value (a NaN equals
/// itself, zero has no sign), a null inside an object is the same as a missing key, and an unknown equals an unknown but
/// never a known value. The package version of a resource reference does not count.
/// </summary>
public sealed class PropertyValueComparer : IEqualityComparer<PropertyValue>
{
    private PropertyValueComparer()
    {
    }

    public static PropertyValueComparer Instance { get; } = new();

    public bool Equals(PropertyValue? x, PropertyValue? y) => (x?.Unwrapped, y?.Unwrapped) switch
    {
        (null or NullValue, null or NullValue) => true,
        (NumberValue left, NumberValue right) => left.Value.Equals(right.Value) || left.Value == right.Value,
        (ArrayValue left, ArrayValue right) => left.Items.AsSpan().SequenceEqual(right.Items.AsSpan(), this),
        (ObjectValue left, ObjectValue right) => Equals(left.Members, right.Members),
        (ResourceReferenceValue left, ResourceReferenceValue right) => left.Urn == right.Urn && Equals(left.Id, right.Id),
        var (left, right) => left is not null && left.Equals(right),
    };

    public int GetHashCode(PropertyValue obj)
    {
        var hash = new HashCode();
        switch (obj.Unwrapped)
        {
            case NumberValue number:
                hash.Add(number.Value == 0 ? 0 : number.Value);
                break;
            case ArrayValue array:
                foreach (var item in array.Items)
                {
                    hash.Add(item, this);
                }

                break;
            case ObjectValue value:
                foreach (var (name, member) in value.Members.Where(Counts))
                {
                    hash.Add(name);
                    hash.Add(member, this);
                }

                break;
            case ResourceReferenceValue reference:
                hash.Add(reference.Urn);
                break;
            case var other:
                hash.Add(other);
                break;
        }

        return hash.ToHashCode();
    }

    private static bool Counts(KeyValuePair<string, PropertyValue> member) => member.Value.Unwrapped is not NullValue;

    private bool Equals(
        ImmutableSortedDictionary<string, PropertyValue> left, ImmutableSortedDictionary<string, PropertyValue> right)
    {
        using var others = right.Where(Counts).GetEnumerator();
        foreach (var (name, value) in left.Where(Counts))
        {
            if (!others.MoveNext() || others.Current.Key != name || !Equals(value, others.Current.Value))
            {
                return false;
            }
        }

        return !others.MoveNext();
    }
}
