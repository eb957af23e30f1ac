using YamlDotNet.Core;
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

    /// <summary>One value of a stack's configuration; of a list its first.</summary>
    /// <exception cref="QuickstartException">There is no such file, it is not YAML, or it lacks the value.</exception>
    public static string Setting(string stack, string key)
    {
        string path = Path.Combine(Directory, $"Pulumi.{stack}.yaml");
        return Load(path) is YamlMappingNode settings
            && settings.Children.TryGetValue("config", out YamlNode? config)
            && config is YamlMappingNode values
            && values.Children.TryGetValue(key, out YamlNode? value)
            && (value is YamlSequenceNode { Children: [var first, ..] } ? first : value) is YamlScalarNode { Value: { Length: > 0 } text }
            ? text
            : throw new QuickstartException($"{path} lacks {key} under config.");
    }

    private static YamlNode? Load(string path)
    {
        var yaml = new YamlStream();
        try
        {
            using StreamReader reader = File.OpenText(path);
            yaml.Load(reader);
        }
        catch (FileNotFoundException)
        {
            throw new QuickstartException($"{path} is missing; `git checkout` brings it back.");
        }
        catch (YamlException error)
        {
            throw new QuickstartException($"{path}, line {error.Start.Line}: {error.Message}");
        }

        return yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode;
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
