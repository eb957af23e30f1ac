using CsCheck;
using Engine.Tests.Fakes;
using Engine.Values;

namespace Engine.Tests.Values;

public sealed class PropertyPathTests
{
    [Theory]
    [InlineData("tags.env", "tags|env")]
    [InlineData("fqdns[1]", "fqdns|1")]
    [InlineData("tags[\"a.b\"].c", "tags|a.b|c")]
    [InlineData("list[0][\"x\"][2]", "list|0|x|2")]
    [InlineData("tags[*]", "tags|*")]
    public void A_path_is_its_parts(string text, string parts) => Assert.Equal(parts, string.Join('|', PropertyPath.Parse(text).Parts));

    [Fact]
    public void Secrets_on_the_way_are_opened_and_told()
    {
        var values = Literal.Struct(new { outer = Literal.Secret(new System.Text.Json.Nodes.JsonObject { ["inner"] = "x" }) });

        (var value, var secret) = PropertyPath.Parse("outer.inner").Find(values);

        Assert.Equal("x", value!.StringValue);
        Assert.True(secret);
    }

    [Theory]
    [InlineData("""{"a":{"b":1,"c":2}}""", "a.b", """{"a":{"b":9,"c":2}}""")]
    [InlineData("""{"a":{"c":2}}""", "a.b", """{"a":{"b":9,"c":2}}""")]
    [InlineData("""{}""", "a.b", """{}""")]
    [InlineData("""{"a":{"c":2}}""", "x", """{"a":{"c":2}}""")]
    [InlineData("""{"x":5}""", "x", """{}""")]
    [InlineData("""{"list":[1,2]}""", "list[1]", """{"list":[1,8]}""")]
    [InlineData("""{"a":{"b":1,"d":3}}""", "a.*", """{"a":{"b":9}}""")]
    public void Copying_takes_the_value_or_its_absence(string target, string path, string expected)
    {
        var values = ValueJson.ToStruct(System.Text.Json.Nodes.JsonNode.Parse(target)!.AsObject());

        PropertyPath.Parse(path)
            .Copy(ValueJson.ToStruct(System.Text.Json.Nodes.JsonNode.Parse("""{"a":{"b":9},"list":[7,8]}""")!.AsObject()), values);

        Assert.Equal(expected, Literal.Text(values));
    }

    [Fact]
    public void Parsing_any_text_ends()
        => Gen.String[Gen.Char[" .[]\"a1*"], 0, 12].Sample(text => Assert.NotNull(PropertyPath.Parse(text).Parts));
}
