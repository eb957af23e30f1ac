using Engine.State;
using Engine.Steps;
using Engine.Tests.Fakes;
using Pulumirpc;

namespace Engine.Tests.Lifecycle;

public sealed class DefaultProviderTests
{
    [Theory]
    [InlineData("", "", "default")]
    [InlineData("1.2.3", "", "default_1_2_3")]
    [InlineData("1.2.3-alpha-x.4+build.5", "", "default_1_2_3_alpha-x_4_build_5")]
    [InlineData("1.2.3", "github://api.github.com/owner/pulumi-thing", "default_1_2_3_github_/api.github.com/owner/pulumi-thing")]
    [InlineData("", "https://example.com/a b?c=d", "default_https_/example.com/a_b_c_d")]
    public void The_name_says_version_and_address(string version, string url, string name)
        => Assert.Equal(name, DefaultProvider.Name(version, url));

    [Fact]
    public async Task Where_the_plugin_is_downloaded_from_is_kept_and_no_provider_is_told()
    {
        await using var stack = await Stack.StartAsync();

        await stack.UpAsync(async program =>
        {
            await program.ThingAsync("a", new { name = "alpha" }, request => request.PluginDownloadURL = "https://example.com/plugins/");
            await program.ThingAsync("b", new { name = "bee" }, request => request.PluginDownloadURL = "https://example.com/plugins");
            await program.ThingAsync("c", new { name = "sea" });
        });

        var provider = stack.Store.Entry("default_1_2_3_https_/example.com/plugins");
        Assert.Equal(
            """{"__internal":{"pluginDownloadURL":"https://example.com/plugins"},"version":"1.2.3"}""",
            Literal.Text(provider.Inputs));
        Assert.Equal("""{"version":"1.2.3"}""", Literal.Text(provider.Outputs));
        Assert.Equal(["a", "b"], stack.Store.State.Resources
            .Where(entry => entry.Provider.StartsWith(provider.Urn + "::", StringComparison.Ordinal))
            .Select(entry => Urn.Name(entry.Urn)));
        Assert.Equal(2, stack.Provider.Methods("Configure").Length);
        Assert.All(
            stack.Provider.Requests<CheckRequest>("CheckConfig"),
            request => Assert.Equal("""{"version":"1.2.3"}""", Literal.Text(request.News)));
        Assert.All(
            stack.Provider.Requests<ConfigureRequest>("Configure"),
            request => Assert.Equal("""{"version":"1.2.3"}""", Literal.Text(request.Args)));
    }
}
