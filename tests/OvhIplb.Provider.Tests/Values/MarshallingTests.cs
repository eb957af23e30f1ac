using CsCheck;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.Framework.Values;
using StringValue = OvhIplb.Provider.Framework.Values.StringValue;

namespace OvhIplb.Provider.Tests.Values;

public sealed class MarshallingTests
{
    private const string Key = "4dabf18193072939515e22adb298388d";

    [Fact]
    public void Any_value_survives_the_wire() => Generate.Object.Sample(static value =>
    {
        var bytes = ValueEncoder.Encode(value).ToByteArray();
        return ValueDecoder.Decode(Struct.Parser.ParseFrom(bytes)).Equals(value);
    });

    [Theory]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [InlineData("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [InlineData("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [InlineData("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [InlineData("030794c1-ac77-496b-92df-f27374a8bd58")]
    [InlineData("e48ece36-62e2-4504-bad9-02848725956a")]
    [InlineData("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public void Unknowns_of_every_type_are_unknown(string sentinel) =>
        Assert.Equal(PropertyValue.Unknown, ValueDecoder.Decode(Value.ForString(sentinel), "p"));

    [Fact]
    public void An_unknown_is_written_as_that_of_a_string() =>
        Assert.Equal("04da6b54-80e4-46f7-96ec-b56ff0331ba9", ValueEncoder.Encode(PropertyValue.Unknown).StringValue);

    [Fact]
    public void A_secret_is_written_with_its_signature()
    {
        var wire = ValueEncoder.Encode(new SecretValue(PropertyValue.From("hunter2"))).StructValue;

        Assert.Equal("1b47061264138c4ac30d75fd1eb44270", wire.Fields[Key].StringValue);
        Assert.Equal("hunter2", wire.Fields["value"].StringValue);
    }

    [Fact]
    public void An_output_without_a_value_is_unknown()
    {
        var wire = Special("d0e6a833031e9bbcd3f4e8bde6ca49a4", ("secret", Value.ForBool(true)));

        var output = Assert.IsType<OutputValue>(ValueDecoder.Decode(wire, "p"));

        Assert.True(output.Secret);
        Assert.Equal(PropertyValue.Unknown, output.Unwrapped);
    }

    [Theory]
    [InlineData("c44067f5952c0a294b673a41bacd8c17", "asset")]
    [InlineData("0def7320c3a5731c473e5ecbe6d01bc7", "archive")]
    [InlineData("803fd3297a5875dc03ca845dda5d2a98", "byte string")]
    [InlineData("ffffffffffffffffffffffffffffffff", "does not know")]
    public void What_no_property_takes_is_refused_with_its_path(string signature, string word)
    {
        var wire = new Struct { Fields = { ["fqdns"] = Value.ForList(Value.ForString("a"), Special(signature)) } };

        var refused = Assert.Throws<UnsupportedValueException>(() => ValueDecoder.Decode(wire));

        Assert.Equal("fqdns[1]", refused.Path);
        Assert.Contains(word, refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_refused_and_up_to_it_accepted()
    {
        Assert.IsType<ArrayValue>(ValueDecoder.Decode(Nested(ValueDecoder.MaximumDepth), "p"));
        Assert.Throws<UnsupportedValueException>(() => ValueDecoder.Decode(Nested(ValueDecoder.MaximumDepth + 1), "p"));
    }

    [Fact]
    public void No_text_form_of_a_secret_shows_it()
    {
        PropertyValue value = new SecretValue(new StringValue("hunter2"));

        Assert.DoesNotContain("hunter2", value.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", new OutputValue(value, true, []).ToString(), StringComparison.Ordinal);
    }

    private static Value Nested(int depth) =>
        Enumerable.Range(0, depth).Aggregate(Value.ForString("leaf"), static (inner, _) => Value.ForList(inner));

    private static Value Special(string signature, params (string Name, Value Value)[] fields)
    {
        var wire = new Struct { Fields = { [Key] = Value.ForString(signature) } };
        foreach (var (name, value) in fields)
        {
            wire.Fields.Add(name, value);
        }

        return Value.ForStruct(wire);
    }
}
