using CsCheck;
using Engine.Tests.Fakes;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Tests.Values;

public sealed class PropertyValueTests
{
    private static readonly Gen<Value> AnyValue = Gen.Recursive<Value>((depth, inner) => depth > 3
        ? Gen.Const(Value.ForNull())
        : Gen.OneOf(
            Gen.String.Select(Value.ForString),
            Gen.Double[-1e6, 1e6].Select(Value.ForNumber),
            Gen.Bool.Select(Value.ForBool),
            Gen.Const(Value.ForString(Sentinels.Unknown)),
            inner.Array[0, 3].Select(items => Value.ForList(items)),
            inner.Select(PropertyValue.Secret),
            Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 5], inner)[0, 3].Select(fields =>
            {
                var values = new Struct();
                values.Fields.Add(fields);
                return Value.ForStruct(values);
            })));

    [Fact]
    public void Json_keeps_every_value() => AnyValue.Sample(value => Assert.Equal(value, ValueJson.ToValue(ValueJson.From(value))));

    [Fact]
    public void Without_secrets_none_is_left()
        => AnyValue.Sample(value => Assert.False(PropertyValue.ContainsSecret(PropertyValue.WithoutSecrets(value))));

    [Fact]
    public void An_output_value_is_reduced_to_what_it_says()
    {
        var values = Literal.Struct(new Dictionary<string, object>
        {
            ["known"] = new Dictionary<string, object>
            {
                [Sentinels.Signature] = Sentinels.OutputValue,
                ["value"] = "x",
                ["dependencies"] = new[] { "u" }
            },
            ["secret"] = new Dictionary<string, object>
            {
                [Sentinels.Signature] = Sentinels.OutputValue,
                ["value"] = "y",
                ["secret"] = true
            },
            ["unknown"] = new Dictionary<string, object> { [Sentinels.Signature] = Sentinels.OutputValue },
        });

        var reduced = PropertyValue.WithoutOutputs(values);

        Assert.Equal("x", reduced.Fields["known"].StringValue);
        Assert.Equal("y", PropertyValue.Unwrap(reduced.Fields["secret"]).StringValue);
        Assert.True(PropertyValue.IsSecret(reduced.Fields["secret"]));
        Assert.True(PropertyValue.IsUnknown(reduced.Fields["unknown"]));
    }

    [Fact]
    public void A_property_with_an_unknown_anywhere_is_left_out_as_a_whole()
    {
        var values = Literal.Struct(new { plain = "x", list = new object[] { 1, new { deep = Sentinels.Unknown } } });

        Assert.Equal("""{"plain":"x"}""", Literal.Text(PropertyValue.WithoutPartials(values)));
    }
}
