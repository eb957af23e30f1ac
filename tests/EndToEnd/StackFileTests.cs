using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EndToEnd;

/// <summary><c>pulumi stack init</c> writes a stack's file anew: what it would change in a tracked file is not to be found there.</summary>
public sealed class StackFileTests
{
    public static TheoryData<string> Files => [.. new[] { "examples", "docs" }
        .SelectMany(
            static folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "Pulumi.*.yaml", SearchOption.AllDirectories))
        .Where(static file => !file.Contains("node_modules", StringComparison.Ordinal))
        .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    /// <summary>The CLI quotes what YAML reads as something else than a string.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Values_are_strings(string file)
    {
        foreach ((var key, var value) in ((YamlMappingNode)Load(file)["config"]).Children)
        {
            if (value is YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text })
            {
                Assert.False(
                    bool.TryParse(text, out _) || double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _),
                    $"{file}: {key} is {text}; the Pulumi CLI writes \"{text}\".");
            }
        }
    }

    private static YamlMappingNode Load(string file)
    {
        using var reader = File.OpenText(Path.Combine(Repository.Root, file));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)Assert.Single(yaml.Documents).RootNode;
    }
}
