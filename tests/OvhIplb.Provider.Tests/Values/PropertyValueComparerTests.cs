using CsCheck;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Tests.Values;

public sealed class PropertyValueComparerTests
{
    private static readonly PropertyValueComparer Comparer = PropertyValueComparer.Instance;

    [Fact]
    public void Every_value_equals_itself_and_a_secret_of_itself() => Generate.Value.Sample(static value =>
        Comparer.Equals(value, value)
        && Comparer.Equals(value, new SecretValue(value))
        && Comparer.Equals(new OutputValue(value, true, ["urn"]), value)
        && Comparer.GetHashCode(value) == Comparer.GetHashCode(new SecretValue(value)));

    [Fact]
    public void Equality_is_symmetric_and_equal_values_have_equal_hashes() =>
        Gen.Select(Generate.Value, Generate.Value).Sample(static (x, y) =>
            Comparer.Equals(x, y) == Comparer.Equals(y, x)
            && (!Comparer.Equals(x, y) || Comparer.GetHashCode(x) == Comparer.GetHashCode(y)));

    [Fact]
    public void Equality_is_transitive() => Gen.Select(Small, Small, Small).Sample(static (x, y, z) =>
        !Comparer.Equals(x, y) || !Comparer.Equals(y, z) || Comparer.Equals(x, z));

    [Fact]
    public void An_unknown_never_equals_a_known_value() => Generate.Value.Sample(static value =>
        Comparer.Equals(value, PropertyValue.Unknown) == (value.Unwrapped is UnknownValue));

    [Fact]
    public void A_null_inside_an_object_is_absence() => Generate.Object.Sample(static value =>
    {
        var with = new ObjectValue(value.Members.SetItem("added", PropertyValue.Null));
        return Comparer.Equals(value, with) && Comparer.GetHashCode(value) == Comparer.GetHashCode(with);
    });

    [Fact]
    public void A_null_inside_a_list_is_an_element() =>
        Assert.False(Comparer.Equals(ArrayValue.Empty, PropertyValue.From([PropertyValue.Null])));

    [Fact]
    public void Numbers_are_compared_by_value()
    {
        Assert.True(Comparer.Equals(PropertyValue.From(0d), PropertyValue.From(-0d)));
        Assert.Equal(Comparer.GetHashCode(PropertyValue.From(0d)), Comparer.GetHashCode(PropertyValue.From(-0d)));
        Assert.False(Comparer.Equals(PropertyValue.From(1d), PropertyValue.From("1")));
        Assert.False(Comparer.Equals(PropertyValue.From(1d), PropertyValue.From(1.5)));
    }

    // Few distinct values, so that equal pairs are common.
    private static readonly Gen<PropertyValue> Small = Gen.OneOf(
        PropertyValue.Null,
        PropertyValue.Unknown,
        new SecretValue(PropertyValue.Unknown),
        new OutputValue(null, false, []),
        PropertyValue.From(0d),
        PropertyValue.From(-0d),
        ObjectValue.Empty,
        ObjectValue.Of(("a", PropertyValue.Null)),
        ObjectValue.Of(("a", PropertyValue.From("x"))),
        ObjectValue.Of(("a", new SecretValue(PropertyValue.From("x"))), ("b", PropertyValue.Null)));
}
