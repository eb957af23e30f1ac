using OvhSimulator;

namespace OvhIplb.Testing;

/// <summary>A folder for the project file and the settings that commands run with, and for the state of each stack.</summary>
internal sealed class ProjectFolder(ProjectFile project, IReadOnlyDictionary<string, string> variables)
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ovh-iplb-testing-").FullName;

    /// <summary>What the machine's user has set for OVHcloud must not reach a test.</summary>
    public IReadOnlyDictionary<string, string> Variables
    {
        get
        {
            var all = Environment.GetEnvironmentVariables().Keys.Cast<string>()
                .Where(static name => name.StartsWith("OVH_", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(static name => name, static _ => "", StringComparer.Ordinal);
            all["HOME"] = Path;
            all["PULUMI_CONFIG_PASSPHRASE"] = "";
            foreach ((var name, var value) in variables)
            {
                all[name] = value;
            }

            return all;
        }
    }

    public string StateFile(string stack) => System.IO.Path.Combine(Path, $"{stack}.json");

    /// <summary>Writes what the next command runs with. The project is read anew, as it would be by the Pulumi CLI.</summary>
    public void Write(string stack, Simulator simulator, IEnumerable<KeyValuePair<string, object?>> configuration)
    {
        var root = project.Read();
        YamlFile.Save(root, System.IO.Path.Combine(Path, "Pulumi.yaml"));

        var name = $"Pulumi.{stack}.yaml";
        var given = System.IO.Path.Combine(project.Folder, name);
        var settings = File.Exists(given) ? YamlFile.Load(given) : [];
        YamlFile.Save(
            new StackSettings(YamlFile.Text(root, "name")!).Merge(settings, simulator, configuration),
            System.IO.Path.Combine(Path, name));
    }

    public void Delete() => Directory.Delete(Path, recursive: true);
}
