using System.Collections.Immutable;

namespace OvhIplb.Provider.Framework.Values;

/// <summary>A value together with what it depends on. Its text never contains the value.</summary>
/// <param name="Value">The value; null while it is unknown.</param>
/// <param name="Secret">Whether the value is secret.</param>
/// <param name="Dependencies">URNs of the resources that the value comes from.</param>
public sealed record OutputValue(PropertyValue? Value, bool Secret, ImmutableArray<string> Dependencies) : PropertyValue
{
    public bool Equals(OutputValue? other) =>
        other is not null
        && Secret == other.Secret
        && Equals(Value, other.Value)
        && Dependencies.AsSpan().SequenceEqual(other.Dependencies.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Value, Secret, Dependencies.Length);

    public override string ToString() => "[output]";
}
