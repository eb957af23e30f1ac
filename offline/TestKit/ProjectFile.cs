using YamlDotNet.RepresentationModel;

namespace OvhIplb.Testing;

/// <summary>The <c>Pulumi.yaml</c> of the stack that is tested, as it reads where another folder holds it.</summary>
/// <param name="Folder">The folder it is in.</param>
/// <param name="Program">The built program; null for what it says itself.</param>
/// <param name="Plugin">The folder of the plugin; null for what it says itself.</param>
internal sealed record ProjectFile(string Folder, string? Program, string? Plugin)
{
    private const string Provider = "ovh-iplb";

    /// <exception cref="ArgumentException">There is no such project, or no program to run.</exception>
    public static ProjectFile Find(OfflineStackOptions options)
    {
        var referenced = StackProgram.Referenced().FirstOrDefault(program => program.Name == options.Program);
        var folder = options.Project ?? referenced?.Project ?? throw new ArgumentException(
            $"'{options.Program}' is none of the stack programs that the test project references "
                + $"({string.Join(", ", StackProgram.Referenced().Select(static program => program.Name))}), and "
                + $"{nameof(options.Project)} is not given.",
            nameof(options));
        var file = new ProjectFile(Path.GetFullPath(folder), referenced?.Path ?? options.Program, options.PluginFolder);
        _ = file.Read();
        return file;
    }

    /// <exception cref="ArgumentException">There is no such file, or no program to run.</exception>
    public YamlMappingNode Read()
    {
        var path = Path.Combine(Folder, "Pulumi.yaml");
        var root = File.Exists(path) ? YamlFile.Load(path) : throw new ArgumentException($"There is no {path}.");
        PointToProgram(root);
        PointToPlugins(root);
        PointToPackages(root);
        return root;
    }

    private void PointToProgram(YamlMappingNode root)
    {
        var runtime = root["runtime"] as YamlMappingNode ?? new YamlMappingNode("name", root["runtime"]);
        var name = YamlFile.Text(runtime, "name")!;
        var own = runtime.Children.TryGetValue("options", out var node) && node is YamlMappingNode options
            ? YamlFile.Text(options, "binary")
            : null;
        var binary = Program is null ? own : Path.GetFullPath(Program);
        if (binary is not null)
        {
            // What else the options say is about building.
            root.Children["runtime"] = new YamlMappingNode("name", name, "options", new YamlMappingNode("binary", From(Folder, binary)));
        }
        else if (name == "dotnet")
        {
            throw new ArgumentException($"No program is given, and {Folder}/Pulumi.yaml names no binary either.");
        }

        if (name != "yaml")
        {
            // Whatever the program reads lies there, and its modules too where it is one for Node.js.
            root.Children["main"] = From(Folder, YamlFile.Text(root, "main") ?? ".");
        }
    }

    private void PointToPlugins(YamlMappingNode root)
    {
        YamlMappingNode[] providers = [.. YamlFile.Providers(root)
            .Where(provider => Plugin is null || YamlFile.Text(provider, "name") != Provider)];
        foreach (var provider in providers)
        {
            provider.Children["path"] = From(Folder, YamlFile.Text(provider, "path")!);
        }

        YamlMappingNode[] given = Plugin is null ? [] : [new YamlMappingNode("name", Provider, "path", Path.GetFullPath(Plugin))];
        if (providers.Length + given.Length > 0)
        {
            root.Children["plugins"] = new YamlMappingNode("providers", new YamlSequenceNode([.. providers, .. given]));
        }
    }

    // Of those that name a path, as `pulumi package add` writes it.
    private void PointToPackages(YamlMappingNode root)
    {
        if (!root.Children.TryGetValue("packages", out var node) || node is not YamlMappingNode packages)
        {
            return;
        }

        foreach ((var key, var package) in packages.Children.ToArray())
        {
            var source = package is YamlMappingNode full ? YamlFile.Text(full, "source") : (package as YamlScalarNode)?.Value;
            if (source is null || !source.StartsWith('.'))
            {
                continue;
            }

            if (package is YamlMappingNode mapping)
            {
                mapping.Children["source"] = From(Folder, source);
            }
            else
            {
                packages.Children[key] = From(Folder, source);
            }
        }
    }

    private static string From(string folder, string path) => Path.GetFullPath(Path.Combine(folder, path));
}
