using OvhIplb.Api.Configuration;

namespace OvhIplb.Api.Tests.Configuration;

/// <summary>What gopkg.in/ini.v1, the parser of OVHcloud's Go client, answered for the same texts.</summary>
public sealed class IniGrammarTests
{
    [Theory]
    [InlineData("k = v", "v")]
    [InlineData("k: v", "v")]
    [InlineData("k=a=b:c", "a=b:c")]
    [InlineData("k = v \r", "v")]
    [InlineData("\u00A0k\u00A0=\u00A0v\u00A0", "v")]
    [InlineData("k = v ; comment", "v")]
    [InlineData("k = v # comment", "v")]
    [InlineData("k = v;comment", "v")]
    [InlineData("k = v#comment", "v")]
    [InlineData("k = \"v\" ; comment", "v")]
    [InlineData("k = 'v' # comment", "v")]
    [InlineData("k = \"v;w\"", "\"v")]
    [InlineData("k = `v;w` ; comment", "v;w")]
    [InlineData("k = \"\"\"v#w\"\"\" # comment", "v#w")]
    [InlineData("k = \"v", "\"v")]
    [InlineData("k = \"v\"w\"", "\"v\"w\"")]
    [InlineData("k = \"it's\"", "it's")]
    [InlineData("k = v \\\n  w", "v w")]
    [InlineData("k = v\\\nw\\\nx", "vwx")]
    [InlineData("k = v\\\n\nl = w", "v")]
    [InlineData("k = `v\nw` ; comment", "v\nw")]
    [InlineData("k = \"\"\"v\nw\"\"\"", "v\nw")]
    [InlineData("\"k\" = v", "v")]
    [InlineData("`k` = v", "v")]
    [InlineData("\"\"\"k\"\"\" = v", "v")]
    [InlineData("k = v\nk = w", "w")]
    [InlineData("k = v\n[ovh-eu] ; again\nk = w", "w")]
    [InlineData("l = v\nk = %(l)s-%(l)s", "v-v")]
    [InlineData("k = %(absent)s", "%(absent)s")]
    [InlineData("k = %(k)s", "default")]
    [InlineData("k = %(m)s", "of all")]
    [InlineData("- = v\nk = `%(#1)s`", "v")]
    [InlineData("K = v", null)]
    [InlineData("k =", null)]
    [InlineData("#k = v", null)]
    [InlineData("; k = v", null)]
    public void Value(string lines, string? expected) =>
        Assert.Equal(expected, Read($"\uFEFFk = default\nm = of all\n[ovh-eu]\n{lines}").Find("ovh-eu", "k")?.Value);

    [Theory]
    [InlineData("[ovh-eu]", "ovh-eu")]
    [InlineData("[ovh-eu] ; comment", "ovh-eu")]
    [InlineData("  [ovh-eu] # comment", "ovh-eu")]
    [InlineData("[http://127.0.0.1:8480/1.0] # prod", "http://127.0.0.1:8480/1.0")]
    [InlineData("[ovh-eu] ; not [ovh-ca]", "ovh-eu] ; not [ovh-ca")]
    [InlineData("[ ovh-eu ]", " ovh-eu ")]
    [InlineData("[OVH-EU]", "OVH-EU")]
    [InlineData("", "DEFAULT")]
    [InlineData("[DEFAULT]", "DEFAULT")]
    public void Section(string line, string section) =>
        Assert.Equal($"./ovh.conf, section [{section}]", Read($"{line}\nk=v").Find(section, "k")?.Source);

    [Fact]
    public void Section_inherits_from_the_one_before_its_dot()
    {
        var file = Read("[a]\nk=of a\nl=of a\n[a.b]\nl=of a.b\nm=%(k)s");
        Assert.Equal(["of a", "of a.b", "of a"], new[] { "k", "l", "m" }.Select(key => file.Find("a.b", key)?.Value));
        Assert.Null(file.Find("a.c", "k"));
    }

    [Fact]
    public void Two_values_that_refer_to_each_other_end()
    {
        var file = Read("[ovh-eu]\nk=%(l)s%(l)s\nl=%(k)s%(k)s");
        Assert.NotNull(file.Find("ovh-eu", "k"));
    }

    [Theory]
    [InlineData("[ovh-eu", 2, "lacks the ]")]
    [InlineData("[]", 2, "without a name")]
    [InlineData("secret", 2, "neither a comment, a [section] nor key=value")]
    [InlineData("= secret", 2, "no key")]
    [InlineData("\"secret = v", 2, "lacks the one that ends it")]
    [InlineData("k = `secret\nl = w", 2, "no line ends it")]
    [InlineData("k = v\n\u200B[ovh-eu]", 3, "invisible character (U+200B)")]
    public void Refused(string lines, int line, string words)
    {
        var refused = Assert.Throws<IniSyntaxException>(() => Read($"[ovh-ca]\n{lines}"));
        Assert.StartsWith($"./ovh.conf, line {line}, ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    private static IniFile Read(string text)
    {
        var file = new IniFile();
        new IniReader(text, "./ovh.conf", file).Read();
        return file;
    }
}
