using System.Reflection;
using System.Text.Json;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>The values of an enum are spelt as the schema spells them.</summary>
public sealed class EnumTests
{
    public static TheoryData<string, string, string> Values =>
    [
        .. PackageSchema.Own.Enums.SelectMany(one => one.Spec.GetProperty("enum").EnumerateArray().Select(value =>
            (Names.Member(one.Token), Names.Pascal(Text(value, "name")), Text(value, "value")))),
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_value_is_the_one_of_the_schema(string type, string name, string value)
    {
        var found = Value(type, name);
        var text = (string)Sdk.Type(type).GetMethod("op_Explicit")!.Invoke(null, [found])!;
        Assert.True(text == value, $"{type}.{name} stands for \"{value}\" and not for \"{text}\".");
        Assert.Equal(value, found.ToString());
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_can_be_made_of_its_text_and_is_equal_then(string type, string name, string value)
    {
        // The deserialiser looks for this constructor.
        var constructor = Sdk.Type(type).GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, [typeof(string)]);
        Assert.True(constructor != null, $"{type} needs a private constructor that takes the text.");
        var made = constructor!.Invoke([value]);
        Assert.Equal(Value(type, name), made);
        Assert.Equal(Value(type, name).GetHashCode(), made.GetHashCode());
        Assert.NotEqual(constructor.Invoke([$"{value}?"]), made);
    }

    private static object Value(string type, string name)
    {
        var property = Sdk.Type(type).GetProperty(name, BindingFlags.Public | BindingFlags.Static);
        Assert.True(property != null, $"{type} needs the value {name}.");
        return property!.GetValue(null)!;
    }

    private static string Text(JsonElement value, string member) => value.GetProperty(member).GetString()!;
}
