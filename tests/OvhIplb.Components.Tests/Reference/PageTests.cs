using System.Reflection;
using System.Text.RegularExpressions;

namespace OvhIplb.Components.Tests.Reference;

/// <summary>The pages say what the schema says; OVH_IPLB_WRITE_EXPECTED=1 writes them anew.</summary>
public sealed partial class PageTests
{
    private const string Folder = "docs/reference";

    private const string Index = "README.md";

    /// <summary>The page of what the SDK has and the schema has not, written by hand.</summary>
    private const string Component = nameof(HttpsEndpoint);

    public static TheoryData<string> Names => [.. Page.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_resource_and_function_has_its_page(string name) => ExpectedFile.Require($"{Folder}/{name}.md", Page.All[name]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_page_has_an_example_in_each_language(string name)
    {
        foreach ((var language, _) in RegistryPages.Languages)
        {
            Assert.Contains($"```{language}\n", Page.All[name], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_page_is_of_what_is_no_more() => Assert.Equal(
        Page.All.Keys.Select(static name => $"{name}.md").Append(Index).Append($"{Component}.md").Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder)).Select(static file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void The_component_has_a_page_that_tells_all_its_properties()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, Folder, $"{Component}.md"));
        var properties = typeof(HttpsEndpointArgs).GetProperties().Concat(
            typeof(HttpsEndpoint).GetProperties(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Public)).Select(static one => one.Name);
        Assert.All(properties, name => Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_index_leads_to_all() => ExpectedFile.Require($"{Folder}/{Index}", IndexPage.Write());

    [Fact]
    public void The_registry_has_its_first_page() => RequireForRegistry("docs/_index.md", RegistryPages.Index());

    [Fact]
    public void The_registry_has_its_page_on_installation()
        => RequireForRegistry("docs/installation-configuration.md", RegistryPages.Installation());

    private static void RequireForRegistry(string path, string text)
    {
        Assert.DoesNotMatch(RelativeLink(), text);
        ExpectedFile.Require(path, text);
    }

    [GeneratedRegex(@"\]\((?!https?://|#)|<a |<img ")]
    private static partial Regex RelativeLink();
}
