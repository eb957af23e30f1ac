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
/// <param name="Plugins">Folders or files of provider plugins by package, absolute.</param>
/// <param name="Configuration">What it says of configuration values of all stacks.</param>
/// <param name="AlwaysRefreshes">Whether everything is read before a command changes anything.</param>
/// <param name="Notices">What is written there and the embedded engine passes over, a sentence each.</param>
internal sealed record ProjectFile(
    string Directory,
    string Name,
    string Runtime,
    string Main,
    string? Binary,
    NodeOptions Node,
    string SettingsDirectory,
    IReadOnlyDictionary<string, string> Plugins,
    IReadOnlyList<ConfigurationDeclaration> Configuration,
    bool AlwaysRefreshes,
    IReadOnlyList<string> Notices)
{
    /// <summary>Whether the program is written in YAML and run here; it then checks its own configuration.</summary>
    public bool IsYamlProgram => Runtime == "yaml" && Binary is null;

    /// <summary>Reads the project of a folder or of the nearest folder above it that has one.</summary>
    /// <exception cref="UserException">There is none, or it is not one the embedded engine can run.</exception>
    public static ProjectFile Find(string directory)
    {
        for (DirectoryInfo? at = new(Path.GetFullPath(directory)); at is not null; at = at.Parent)
        {
            foreach (var name in new[] { "Pulumi.yaml", "Pulumi.yml" })
            {
                var path = Path.Combine(at.FullName, name);
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
        var root = Yaml.Load(path);
        var directory = Path.GetDirectoryName(path)!;
        var name = Yaml.Text(root, "name") ?? throw new UserException($"{path}: name: is missing");
        if (StackName.Fault(name, "a project name") is { } fault)
        {
            throw new UserException($"{path}: name: {fault}");
        }

        (var runtime, var options) = ReadRuntime(root, path);
        if (runtime is not ("dotnet" or "nodejs" or "yaml"))
        {
            throw new UserException($"{path}: runtime: is '{runtime}'; the embedded engine runs dotnet, nodejs and yaml programs only");
        }

        var binary = options is null ? null : Yaml.Text(options, "binary");
        var isYamlProgram = runtime == "yaml" && binary is null;
        string[] notices = [.. ProjectKeys.Check(root, path, runtime, isYamlProgram)];
        var plugins = PluginPaths.Read(root, directory, path);
        return new ProjectFile(
            directory,
            name,
            runtime,
            Path.GetFullPath(Path.Combine(directory, Yaml.Text(root, "main") ?? ".")),
            binary is null ? null : Path.GetFullPath(Path.Combine(directory, binary)),
            NodeOptions.Read(options),
            Path.GetFullPath(Path.Combine(directory, SettingsDirectoryOf(root, path))),
            plugins.Paths,
            ConfigurationDeclaration.Read(root, name, path, isYamlProgram),
            ProjectKeys.AlwaysRefreshes(root),
            [.. notices, .. plugins.Notices]);
    }

    // Text under `config` is an old way to write `stackConfigDir`.
    private static string SettingsDirectoryOf(
        YamlMappingNode root,
        string path) => (Yaml.Text(root, "stackConfigDir"), Yaml.Text(root, "config")) switch
        {
            ({ Length: > 0 }, { Length: > 0 }) => throw new UserException(
                $"{path}: config: names a folder, and so does stackConfigDir; keep stackConfigDir"),
            ({ Length: > 0 } directory, _) => directory,
            (_, { Length: > 0 } directory) => directory,
            _ => ".",
        };

    private static (string Runtime, YamlMappingNode? Options) ReadRuntime(
        YamlMappingNode root,
        string path) => Yaml.Node(root, "runtime") switch
        {
            YamlScalarNode scalar => (scalar.Value ?? "", null),
            YamlMappingNode mapping => (Yaml.Text(mapping, "name") ?? "", Yaml.Node(mapping, "options") as YamlMappingNode),
            _ => throw new UserException($"{path}: runtime: is missing"),
        };
}
