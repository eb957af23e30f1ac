using YamlDotNet.RepresentationModel;

namespace Engine.Project;

/// <summary>What <c>Pulumi.yaml</c> says about a project.</summary>
/// <param name="Directory">The folder of the file, absolute.</param>
/// <param name="Name">The project's name, part of every URN.</param>
/// <param name="Runtime">The language of the program: <c>dotnet</c>, <c>nodejs</c> or <c>yaml</c>.</param>
/// <param name="Main">The program's folder, absolute; with <c>nodejs</c> it may be a file.</param>
/// <param name="Binary">The built program to start instead of building one, absolute; null to build.</param>
/// <param name="Node">How a program for Node.js is run.</param>
/// <param name="SettingsDirectory">Where <c>Pulumi.&lt;stack&gt;.yaml</c> is, absolute.</param>
/// <param name="Plugins">Folders of provider plugins by package, absolute.</param>
/// <param name="Defaults">Configuration values for every stack, by full key.</param>
internal sealed record ProjectFile(
    string Directory,
    string Name,
    string Runtime,
    string Main,
    string? Binary,
    NodeOptions Node,
    string SettingsDirectory,
    IReadOnlyDictionary<string, string> Plugins,
    IReadOnlyDictionary<string, string> Defaults)
{
    /// <summary>Reads the project of a folder or of the nearest folder above it that has one.</summary>
    /// <exception cref="UserException">There is none, or it is not one the embedded engine can run.</exception>
    public static ProjectFile Find(string directory)
    {
        for (DirectoryInfo? at = new(Path.GetFullPath(directory)); at is not null; at = at.Parent)
        {
            foreach (string name in new[] { "Pulumi.yaml", "Pulumi.yml" })
            {
                string path = Path.Combine(at.FullName, name);
                if (File.Exists(path))
                {
                    return Read(path);
                }
            }
        }

        throw new UserException($"no Pulumi.yaml project file found in {Path.GetFullPath(directory)} or above it");
    }

    private static ProjectFile Read(string path)
    {
        YamlMappingNode root = Yaml.Load(path);
        string directory = Path.GetDirectoryName(path)!;
        string name = Yaml.Text(root, "name") ?? throw new UserException($"{path}: name: is missing");
        (string runtime, YamlMappingNode? options) = ReadRuntime(root, path);
        if (runtime is not ("dotnet" or "nodejs" or "yaml"))
        {
            throw new UserException($"{path}: runtime: is '{runtime}'; the embedded engine runs dotnet, nodejs and yaml programs only");
        }

        string? binary = options is null ? null : Yaml.Text(options, "binary");
        return new ProjectFile(
            directory,
            name,
            runtime,
            Path.GetFullPath(Path.Combine(directory, Yaml.Text(root, "main") ?? ".")),
            binary is null ? null : Path.GetFullPath(Path.Combine(directory, binary)),
            NodeOptions.Read(options),
            Path.GetFullPath(Path.Combine(directory, Yaml.Text(root, "stackConfigDir") ?? Yaml.Text(root, "config") ?? ".")),
            ReadPlugins(root, directory, path),
            ReadDefaults(root, name));
    }

    private static (string Runtime, YamlMappingNode? Options) ReadRuntime(YamlMappingNode root, string path) => Yaml.Node(root, "runtime") switch
    {
        YamlScalarNode scalar => (scalar.Value ?? "", null),
        YamlMappingNode mapping => (Yaml.Text(mapping, "name") ?? "", Yaml.Node(mapping, "options") as YamlMappingNode),
        _ => throw new UserException($"{path}: runtime: is missing"),
    };

    private static Dictionary<string, string> ReadPlugins(YamlMappingNode root, string directory, string path)
    {
        var plugins = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Yaml.Node(root, "plugins") is YamlMappingNode section && Yaml.Node(section, "providers") is YamlSequenceNode providers)
        {
            foreach (YamlMappingNode provider in providers.OfType<YamlMappingNode>())
            {
                string name = Yaml.Text(provider, "name") ?? throw new UserException($"{path}: plugins.providers: an entry has no name");
                string at = Yaml.Text(provider, "path") ?? throw new UserException($"{path}: plugins.providers: '{name}' has no path");
                plugins[name] = Path.GetFullPath(Path.Combine(directory, at));
            }
        }

        return plugins;
    }

    private static Dictionary<string, string> ReadDefaults(YamlMappingNode root, string project)
    {
        var defaults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Yaml.Node(root, "config") is YamlMappingNode config)
        {
            foreach ((YamlNode key, YamlNode value) in config.Children)
            {
                // Either the value itself, or a declaration with `value` or `default`.
                YamlNode? given = value is YamlMappingNode declaration ? Yaml.Node(declaration, "value") ?? Yaml.Node(declaration, "default") : value;
                if (given is not null)
                {
                    string name = ((YamlScalarNode)key).Value!;
                    defaults[name.Contains(':', StringComparison.Ordinal) ? name : $"{project}:{name}"] = Yaml.Configuration(given);
                }
            }
        }

        return defaults;
    }
}
