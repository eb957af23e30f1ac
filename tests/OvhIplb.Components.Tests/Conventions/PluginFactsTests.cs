using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;

namespace OvhIplb.Components.Tests.Conventions;

/// <summary>The SDK says which plugin it was made for.</summary>
public sealed class PluginFactsTests
{
    private static readonly PackageSchema Schema = PackageSchema.Own;

    [Fact]
    public void The_embedded_version_is_the_one_of_the_package()
    {
        using var stream = Sdk.Assembly.GetManifestResourceStream($"{Schema.Namespace}.version.txt");
        Assert.True(stream != null, $"Embed version.txt under the name {Schema.Namespace}.version.txt.");
        using var reader = new StreamReader(stream!);
        var embedded = reader.ReadToEnd().Trim();
        var package = Sdk.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Assert.True(embedded == package, $"version.txt says {embedded} and the package is {package}: write it from $(Version).");
        Assert.True(embedded == Schema.Version, $"The package is {embedded} and the schema {Schema.Version}: write the schema anew.");
    }

    [Fact]
    public void The_plugin_file_says_what_to_install()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pulumi-plugin.json")));
        var members = file.RootElement.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.ToString());
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["resource"] = "True",
                ["name"] = Schema.Name,
                ["version"] = Schema.Version,
                ["server"] = Schema.PluginDownloadUrl,
            },
            members);
    }

    [Fact]
    public void The_package_takes_the_versions_of_pulumi_that_the_schema_names()
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"));
        var version = file.Descendants("PackageVersion").Single(one => one.Attribute("Include")!.Value == "Pulumi").Attribute("Version")!
            .Value;
        Assert.True(
            version == Schema.PulumiVersions,
            $"Directory.Packages.props takes Pulumi {version} and the schema {Schema.PulumiVersions}: say the same in both.");
    }
}
