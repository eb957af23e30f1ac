using System.Text;
using Engine.Project;

namespace Engine.Tests.Project;

/// <summary>Files as editors on other systems and web pages leave them.</summary>
public sealed class PastedTextTests : IDisposable
{
    private readonly ProjectFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("config:\r\n  quick:tag: one\r\n  quick:list:\r\n    - a\r\n    - b\r\n")]
    [InlineData("\ufeffconfig:\n  quick:tag: one\n  quick:list: [a, b]\n")]
    [InlineData("config:\n\u00a0\u00a0quick:tag:\u00a0one\n\u00a0 quick:list:\n\u00a0\u00a0\u00a0\u00a0-\u00a0a\n \u00a0 \u00a0- b\n")]
    [InlineData("\u200bconfig:\n  \u200bquick:tag: one\n  quick:list: [a, b]\n")]
    public void Are_read(string text)
    {
        var settings = _folder.ReadStack("description: a", text);

        Assert.Equal(("one", """["a","b"]"""), (settings.Values["quick:tag"], settings.Values["quick:list"]));
    }

    [Fact]
    public void No_break_spaces_inside_of_a_value_are_left() =>
        Assert.Equal("10\u00a0000", _folder.ReadStack("", "config: {quick:price: \"10\u00a0000\"}").Values["quick:price"]);

    [Fact]
    public void A_file_in_utf_16_with_its_mark_is_read()
    {
        File.WriteAllText(_folder.File, "name: quick\r\nruntime: dotnet\r\n", Encoding.Unicode);

        Assert.Equal("quick", ProjectFile.Find(_folder.Path).Name);
    }
}
