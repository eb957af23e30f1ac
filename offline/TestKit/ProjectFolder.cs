using OvhSimulator;
using YamlDotNet.RepresentationModel;

namespace OvhIplb.Testing;

/// <summary>A folder with a copy of the project that runs the built program, and with the state of its stack.</summary>
internal sealed class ProjectFolder
{
    private readonly string _project;
    private readonly OfflineStackOptions _options;
    private readonly StackSettings _settings;

    private ProjectFolder(string project, string name, OfflineStackOptions options)
    {
        _project = project;
        _options = options;
        _settings = new StackSettings(name);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("ovh-iplb-testing-").FullName;

    public string StateFile => System.IO.Path.Combine(Path, "state.json");

    /// <summary>What the machine's user has set for OVHcloud must not reach a test.</summary>
    public IReadOnlyDictionary<string, string> Variables
    {
        get
        {
            var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["HOME"] = Path, ["PULUMI_CONFIG_PASSPHRASE"] = "" };
            foreach (string name in new[] { "ENDPOINT", "APPLICATION_KEY", "APPLICATION_SECRET", "CONSUMER_KEY", "CLIENT_ID", "CLIENT_SECRET", "ACCESS_TOKEN", "TOKEN_URL" })
            {
                variables[$"OVH_{name}"] = "";
            }

            foreach ((string name, string value) in _options.Variables)
            {
                variables[name] = value;
            }

            return variables;
        }
    }

    /// <exception cref="ArgumentException">There is no such project, or no program to run.</exception>
    public static ProjectFolder Create(OfflineStackOptions options)
    {
        StackProgram? referenced = StackProgram.Referenced().FirstOrDefault(program => program.Name == options.Program);
        string project = System.IO.Path.GetFullPath(options.Project ?? referenced?.Project ?? throw new ArgumentException(
            $"'{options.Program}' is none of the stack programs that the test project references ({string.Join(", ", StackProgram.Referenced().Select(static program => program.Name))}), and {nameof(options.Project)} is not given.",
            nameof(options)));
        string file = System.IO.Path.Combine(project, "Pulumi.yaml");
        if (!File.Exists(file))
        {
            throw new ArgumentException($"There is no {file}.", nameof(options));
        }

        YamlMappingNode root = YamlFile.Load(file);
        PointToBinary(root, project, referenced?.Path ?? options.Program);
        PointToPlugins(root, project, options.PluginFolder);
        var folder = new ProjectFolder(project, ((YamlScalarNode)root["name"]).Value!, options);
        YamlFile.Save(root, System.IO.Path.Combine(folder.Path, "Pulumi.yaml"));
        return folder;
    }

    /// <summary>Writes the settings that the next command runs with.</summary>
    public void WriteSettings(Simulator simulator, IEnumerable<KeyValuePair<string, object?>> configuration)
    {
        string name = $"Pulumi.{_options.Stack}.yaml";
        string given = System.IO.Path.Combine(_project, name);
        YamlMappingNode root = File.Exists(given) ? YamlFile.Load(given) : [];
        YamlFile.Save(_settings.Merge(root, simulator, configuration), System.IO.Path.Combine(Path, name));
    }

    public void Delete() => Directory.Delete(Path, recursive: true);

    private static void PointToBinary(YamlMappingNode root, string project, string? program)
    {
        var runtime = root["runtime"] as YamlMappingNode ?? new YamlMappingNode("name", root["runtime"]);
        if (!runtime.Children.TryGetValue("options", out YamlNode? given) || given is not YamlMappingNode runtimeOptions)
        {
            runtime.Children["options"] = runtimeOptions = [];
        }

        runtimeOptions.Children.TryGetValue("binary", out YamlNode? named);
        if (program is not null)
        {
            runtimeOptions.Children["binary"] = System.IO.Path.GetFullPath(program);
        }
        else if ((named as YamlScalarNode)?.Value is { } binary)
        {
            runtimeOptions.Children["binary"] = System.IO.Path.GetFullPath(System.IO.Path.Combine(project, binary));
        }
        else if ((runtime["name"] as YamlScalarNode)?.Value != "yaml")
        {
            throw new ArgumentException($"No program is given, and {project}/Pulumi.yaml names no binary either.", nameof(program));
        }

        root.Children["runtime"] = runtime;
    }

    private static void PointToPlugins(YamlMappingNode root, string project, string? plugin)
    {
        if (plugin is not null)
        {
            var provider = new YamlMappingNode("name", "ovh-iplb", "path", System.IO.Path.GetFullPath(plugin));
            root.Children["plugins"] = new YamlMappingNode("providers", new YamlSequenceNode(provider));
            return;
        }

        foreach (YamlMappingNode provider in YamlFile.Providers(root))
        {
            provider.Children["path"] = System.IO.Path.GetFullPath(System.IO.Path.Combine(project, ((YamlScalarNode)provider["path"]).Value!));
        }
    }
}
