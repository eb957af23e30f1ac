using YamlDotNet.RepresentationModel;

namespace Engine.Project;

/// <summary>
/// Where <c>Pulumi.yaml</c> says that provider plugins are: under <c>plugins.providers</c>, and under <c>packages</c> where that names a
/// path.
/// </summary>
/// <param name="Paths">A folder or file by package, absolute.</param>
/// <param name="Notices">What the embedded engine passes over, a sentence each.</param>
internal sealed record PluginPaths(IReadOnlyDictionary<string, string> Paths, IReadOnlyList<string> Notices)
{
    public static PluginPaths Read(YamlMappingNode root, string directory, string path)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        var notices = new List<string>();
        if (Yaml.Section(root, "plugins", path) is { } plugins)
        {
            Yaml.Only(plugins, $"{path}: plugins", "providers", "languages", "analyzers");
            ReadProviders(plugins, directory, path, paths, notices);
            notices.AddRange(new[] { "languages", "analyzers" }.Where(key => !Yaml.SaysNothing(Yaml.Node(plugins, key))).Select(key =>
                $"{path}: plugins.{key}: is not done; the embedded engine starts plugins of providers only"));
        }

        if (Yaml.Section(root, "packages", path) is { } packages)
        {
            foreach ((var key, var node) in packages.Children)
            {
                var name = ((YamlScalarNode)key).Value!;
                ReadPackage(name, node, directory, $"{path}: packages.{name}", paths, notices);
            }
        }

        return new PluginPaths(paths, notices);
    }

    private static void ReadProviders(
        YamlMappingNode plugins,
        string directory,
        string path,
        Dictionary<string, string> paths,
        List<string> notices)
    {
        foreach (var node in Yaml.List(plugins, "providers", $"{path}: plugins"))
        {
            var provider = node as YamlMappingNode
                ?? throw new UserException($"{path}: plugins.providers: an entry is no mapping with a name and a path");
            var name = Yaml.Text(provider, "name") ?? throw new UserException($"{path}: plugins.providers: an entry has no name");
            var at = Yaml.Text(provider, "path") ?? throw new UserException($"{path}: plugins.providers: '{name}' has no path");
            Yaml.Only(provider, $"{path}: plugins.providers: '{name}'", "name", "path", "version");
            if (Yaml.Node(provider, "version") is not null)
            {
                notices.Add(
                    $"{path}: plugins.providers: '{name}' has a version, which is not compared with the one that the program asks for");
            }

            paths[name] = Path.GetFullPath(Path.Combine(directory, at));
        }
    }

    // As `pulumi package add` writes it: a source with or without a version, or a mapping of it with more.
    private static void ReadPackage(
        string name,
        YamlNode node,
        string directory,
        string place,
        Dictionary<string, string> paths,
        List<string> notices)
    {
        var source = node switch
        {
            YamlScalarNode { Value: { Length: > 0 } text } => text,
            YamlMappingNode mapping when Yaml.Text(mapping, "source") is { Length: > 0 } text => text,
            _ => throw new UserException($"{place}: must be the source of a package, or a mapping with a source"),
        };
        if (node is YamlMappingNode full && new[] { "parameters", "extensions" }.Any(key => !Yaml.SaysNothing(Yaml.Node(full, key))))
        {
            throw new UserException($"{place}: has parameters; the embedded engine runs no parameterized packages");
        }

        if (paths.ContainsKey(name))
        {
            return;
        }

        var file = Path.GetFullPath(Path.Combine(directory, source));
        if (source[0] == '.' || Path.IsPathRooted(source)
            || (source.Contains('/', StringComparison.Ordinal) && (File.Exists(file) || Directory.Exists(file))))
        {
            paths[name] = file;
        }
        else
        {
            notices.Add($"{place}: is not downloaded; the embedded engine looks for the plugin on the PATH");
        }
    }
}
