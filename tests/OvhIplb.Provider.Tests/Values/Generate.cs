using CsCheck;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Tests.Values;

/// <summary>Arbitrary property values.</summary>
internal static class Generate
{
    public static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf("", "a", "b", "fqdns", "serviceName", "www.example.com", "ä", "a.b", "x[0]", "\"", "\\", "__defaults"),
        Gen.String.AlphaNumeric);

    private static readonly Gen<PropertyValue> Leaf = Gen.OneOf(
        Gen.Const(PropertyValue.Null),
        Gen.Const(PropertyValue.Unknown),
        Gen.Bool.Select(PropertyValue.From),
        Gen.OneOf(Gen.OneOf(0d, -0d, 1d, double.NaN, double.PositiveInfinity), Gen.Double).Select(PropertyValue.From),
        Text.Select(PropertyValue.From),
        Gen.Select(Text, Text, static (urn, version) => (PropertyValue)new ResourceReferenceValue(urn, PropertyValue.From("id"), version)));

    public static readonly Gen<PropertyValue> Value = OfDepth(3);

    public static readonly Gen<ObjectValue> Object = ObjectOf(Value);

    private static Gen<PropertyValue> OfDepth(int depth) => depth == 0
        ? Leaf
        : Gen.OneOf(
            Leaf,
            OfDepth(depth - 1).Array[0, 4].Select(static items => PropertyValue.From(items)),
            ObjectOf(OfDepth(depth - 1)).Select(static value => (PropertyValue)value),
            OfDepth(depth - 1).Select(static value => (PropertyValue)new SecretValue(value)),
            Gen.Select(OfDepth(depth - 1), Gen.Bool, Text.Array[0, 2], static (value, secret, urns) =>
                (PropertyValue)new OutputValue(value is NullValue ? null : value, secret, [.. urns])));

    private static Gen<ObjectValue> ObjectOf(Gen<PropertyValue> member) =>
        Gen.Select(Text, member).Array[0, 4].Select(static members =>
            ObjectValue.Of(members.DistinctBy(static entry => entry.Item1).Select(static entry => (entry.Item1, entry.Item2))));
}
