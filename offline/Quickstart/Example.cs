using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Quickstart;

/// <summary>A folder of <c>examples</c> in the clone this was built from.</summary>
/// <param name="Name">The folder's name.</param>
internal sealed record Example(string Name)
{
    private static readonly string Root = FindRoot();

    /// <summary>What is kept between two runs of whatever example, the state of the stacks apart.</summary>
    public static string WorkingDirectory { get; } = Path.Combine(Root, "artifacts", "quickstart");

    public string Directory { get; } = Path.Combine(Root, "examples", Name);

    public string StateFile(string stack) => Path.Combine(Directory, ".pulumi-offline", $"{stack}.json");

    /// <summary>One value of a stack's configuration; of a list its first.</summary>
    /// <exception cref="QuickstartException">There is no such file, it is not YAML, or it lacks the value.</exception>
    public string Setting(string stack, string key)
    {
        var path = Path.Combine(Directory, $"Pulumi.{stack}.yaml");
        return Load(path) is YamlMappingNode settings
            && settings.Children.TryGetValue("config", out var config)
            && config is YamlMappingNode values
            && values.Children.TryGetValue(key, out var value)
            && (value is YamlSequenceNode { Children: [var first, ..] } ? first : value) is YamlScalarNode { Value: { Length: > 0 } text }
            ? text
            : throw new QuickstartException($"{path} lacks {key} under config.");
    }

    private static YamlNode? Load(string path)
    {
        var yaml = new YamlStream();
        try
        {
            using var reader = File.OpenText(path);
            yaml.Load(reader);
        }
        catch (IOException)
        {
            throw new QuickstartException($"{path} is missing. It says which load balancer, IPs and names the stack is about.");
        }
        catch (YamlException error)
        {
            throw new QuickstartException($"{path}, line {error.Start.Line}: {error.Message}");
        }

        return yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode;
    }

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "OvhIplbComponents.sln")))
            {
                return folder;
            }
        }

        throw new QuickstartException("the quickstart runs from inside a clone of the repository only.");
    }
}
