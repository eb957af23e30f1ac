using CsCheck;
using OvhIplb.Provider.Framework.Values;
using OvhIplb.Provider.Tests.Values;

namespace OvhIplb.Provider.Tests.Schema;

public sealed class PropertyPathTests
{
    [Fact]
    public void Paths_are_written_as_the_engine_writes_them()
    {
        Assert.Equal("fqdns[1]", PropertyPath.Element("fqdns", 1));
        Assert.Equal("triggers.release", PropertyPath.Key("triggers", "release"));
        Assert.Equal("triggers[\"a.b\"]", PropertyPath.Key("triggers", "a.b"));
        Assert.Equal("triggers[\"say \\\"x\\\"\"]", PropertyPath.Key("triggers", "say \"x\""));
    }

    [Fact]
    public void Any_key_is_found_again_in_its_path() => Gen.Select(Generate.Text, Gen.Int[0, 99]).Sample(static (key, index) =>
        PropertyPath.Segments(PropertyPath.Element(PropertyPath.Key("triggers", key), index))
            .SequenceEqual(["triggers", key, index.ToString(System.Globalization.CultureInfo.InvariantCulture)]));

    [Theory]
    [InlineData("tags.*", "tags", "*")]
    [InlineData("tags[*].x", "tags", "*", "x")]
    [InlineData("[\"a.b\"].c", "a.b", "c")]
    [InlineData("broken[\"never closed", "broken", "never closed")]
    [InlineData("broken[1", "broken", "1")]
    [InlineData("")]
    public void Any_text_has_segments(string path, params string[] segments) => Assert.Equal(segments, PropertyPath.Segments(path));

    [Fact]
    public void The_top_of_a_path_is_the_property() => Assert.Equal("a.b", PropertyPath.Top("[\"a.b\"][0]"));
}
