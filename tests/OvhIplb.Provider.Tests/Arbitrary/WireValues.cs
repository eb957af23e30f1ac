using CsCheck;
using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Tests.Arbitrary;

/// <summary>Property values as no well-behaved program sends them, and as one does, in their form on the wire.</summary>
internal static class WireValues
{
    private static readonly Gen<string> Odd = Gen.OneOf(
        Gen.OneOf(
            "", " ", ".", "..", "/", "a/b", "\0", "\t\n", "ä", "ﬀ.example", "a\u0301.example", "\u202e", "😀", "xn--", "xn--a.example", "-.example", "*", "%", "'",
            "\"", "\\", "[0]", "{", "\"\\ud800\"", "[[[[", "1e999", "-1", "null", "true", "192.0.2.10/33", "::", "::/0", "1.2.3", "999999999999999999999",
            "https://", "https://[", "file:///x", "http://a b", "__defaults", Signatures
                .Key, new string('a', 300), new string('.', 300), new string('9', 400)),
        Gen.String.AlphaNumeric,
        Gen.String.Where(static text => text.All(static character => !char.IsSurrogate(character))));

    private static readonly string[] PlausibleTexts =
    [
        "loadbalancer-0123456789abcdef", "lb-1", "192.0.2.10", "192.0.2.10/32", "198.51.100.0/30", "2001:DB8:1::/64", "www.example.com", "WWW.example.com.",
        "bücher.example", "gra", "GRA", "rbx", "ovh-eu", "https://eu.api.ovh.com/1.0", "5", "0.05", "true", "park", "retain", "delete",
        OwnCertificate.Sample.Certificate, OwnCertificate.Sample.Key, OwnCertificate.Sample.Chain,
    ];

    private static readonly Gen<string> Plausible = Gen.OneOf(PlausibleTexts);

    private static readonly Gen<Value> Leaf = Gen.OneOf(
        Gen.Const(Value.ForNull()),
        Gen.OneOf(Signatures.Unknowns.ToArray()).Select(Value.ForString),
        Gen.Bool.Select(Value.ForBool),
        Gen.OneOf(
            Gen.OneOf(0d, -0d, 1d, 0.05, 300d, 9007199254740993d, 1e308, double.NaN, double.PositiveInfinity, double.NegativeInfinity),
            Gen.Double)
            .Select(Value.ForNumber),
        Odd.Select(Value.ForString),
        Plausible.Select(Value.ForString));

    private static readonly Gen<Value> Any = Gen.Frequency((20, OfDepth(3)), (1, Gen.Int[50, 90].SelectMany(depth => Nested(depth))));

    /// <summary>
    /// The members that a declaration names, each absent, as it should be or as anything else, and at times others besides.
    /// </summary>
    public static Gen<Struct> BagOf(IEnumerable<Property> declared)
    {
        var bag = Gen.Frequency(
            (4, Gen.Const(new Struct())),
            (1, Gen.Select(Gen.OneOf(Odd, Plausible), Any, static (name, value) => new Struct { Fields = { [name] = value } })));
        return declared.Aggregate(bag, static (bags, property) => Gen.Select(bags, MemberOf(property), (made, value) =>
        {
            var next = made.Clone();
            if (value is not null)
            {
                next.Fields[property.Name] = value;
            }

            return next;
        }));
    }

    private static Gen<Value?> MemberOf(Property property) => Gen.Frequency(
        (2, Gen.Const((Value?)null)),
        (6, WellTyped(property.Type, TextsFor(property)).Select(static value => (Value?)value)),
        (1, Any.Select(static value => (Value?)value)));

    /// <summary>Mostly such as the property takes.</summary>
    private static Gen<string> TextsFor(Property property)
    {
        string[] fitting = [.. PlausibleTexts.Where(text => property.Check?.Invoke(text) is null)];
        return fitting.Length == 0 ? Plausible : Gen.Frequency((3, Gen.OneOf(fitting)), (1, Plausible));
    }

    private static Gen<Value> WellTyped(PropertyType type, Gen<string> texts) => Gen.Frequency(
        (4, Plain(type, texts)),
        (1, Plain(type, texts).Select(static value => Special(Signatures.Secret, ("value", value)))),
        (1, Plain(type, texts).Select(static value => Special(Signatures.Output, ("value", value), ("secret", Value.ForBool(true))))));

    private static Gen<Value> Plain(PropertyType type, Gen<string> texts) => type switch
    {
        PropertyType.Boolean => Gen.Bool.Select(Value.ForBool),
        PropertyType.Number or PropertyType.Integer => Gen.Int[0, 400].Select(static number => Value.ForNumber(number)),
        PropertyType.Choice choice => Gen.OneOf(choice.Type.Values.ToArray()).Select(Value.ForString),
        PropertyType.TextList => texts.Select(Value.ForString).Array[0, 4].Select(static items => Value.ForList(items)),
        PropertyType.TextMap => Gen.Select(Odd, Plausible).Array[0, 3].Select(static entries => Value.ForStruct(Members(
            entries.Select(static entry => (entry.Item1, Value.ForString(entry.Item2)))))),
        _ => texts.Select(Value.ForString),
    };

    private static Gen<Value> OfDepth(int depth) => depth == 0 ? Leaf : Gen.OneOf(Leaf, Composite(OfDepth(depth - 1)));

    private static Gen<Value> Composite(Gen<Value> part) => Gen.OneOf(
        part.Array[0, 4].Select(static items => Value.ForList(items)),
        Gen.Select(Gen.OneOf(Odd, Plausible), part).Array[0, 4].Select(static members => Value.ForStruct(Members(members))),
        Gen.Select(
            Gen.OneOf(
                Signatures.Secret,
                Signatures.Output,
                Signatures.ResourceReference,
                Signatures.Asset,
                Signatures.Archive,
                Signatures.ByteString,
                "other",
                ""),
            Gen.OneOf("value", "urn", "secret", "dependencies", "text", "id", "none"),
            part,
            static (signature, name, value) => Special(signature, (name, value))),
        part.Select(static value => Value.ForStruct(new Struct { Fields = { [Signatures.Key] = value } })));

    private static Gen<Value> Nested(int depth) => Leaf.Select(leaf => Enumerable.Range(0, depth).Aggregate(
        leaf, static (inner, level) => level % 2 == 0 ? Value.ForList(inner) : Value.ForStruct(Members([("a", inner)]))));

    private static Value Special(string signature, params IEnumerable<(string Name, Value Value)> members) =>
        Value.ForStruct(Members([(Signatures.Key, Value.ForString(signature)), .. members]));

    private static Struct Members(params IEnumerable<(string Name, Value Value)> members)
    {
        var made = new Struct();
        foreach ((var name, var value) in members)
        {
            made.Fields[name] = value;
        }

        return made;
    }
}
