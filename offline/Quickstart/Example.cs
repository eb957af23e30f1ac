using YamlDotNet.RepresentationModel;

namespace Quickstart;

/// <summary>The folder examples/quickstart of the clone this was built from.</summary>
internal static class Example
{
    private static readonly string Root = FindRoot();

    public static string Directory { get; } = Path.Combine(Root, "examples", "quickstart");

    /// <summary>What is kept between two runs, the state of the stacks apart.</summary>
    public static string WorkingDirectory { get; } = Path.Combine(Root, "artifacts", "quickstart");

    public static string StateFile(string stack) => Path.Combine(Directory, ".pulumi-offline", $"{stack}.json");

    /// <summary>One value of a stack's configuration.</summary>
    public static string Setting(string stack, string key)
    {
        string path = Path.Combine(Directory, $"Pulumi.{stack}.yaml");
        var yaml = new YamlStream();
        using (StreamReader reader = File.OpenText(path))
        {
            yaml.Load(reader);
        }

        return yaml.Documents[0].RootNode["config"] is YamlMappingNode config && config.Children.TryGetValue(key, out YamlNode? value)
            ? ((YamlScalarNode)value).Value!
            : throw new QuickstartException($"{path} lacks {key}.");
    }

    private static string FindRoot()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "OvhIplbComponents.sln")))
            {
                return folder;
            }
        }

        throw new QuickstartException("the quickstart runs from inside a clone of the repository only.");
    }
}
