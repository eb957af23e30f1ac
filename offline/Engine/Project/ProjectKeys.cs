using YamlDotNet.RepresentationModel;

namespace Engine.Project;

/// <summary>
/// The keys of <c>Pulumi.yaml</c> that say nothing about how a program is run. What the real engine refuses is refused; what the
/// embedded engine does not do is named.
/// </summary>
internal static class ProjectKeys
{
    private static readonly string[] Known =
    [
        "name", "runtime", "main", "description", "author", "website", "license", "config", "stackConfigDir",
        "template", "backend", "options",
        "packages", "plugins", "requiredPulumiVersion",
    ];

    private static readonly Dictionary<string, string[]> RuntimeOptions = new(StringComparer.Ordinal)
    {
        ["dotnet"] = ["binary"],
        // Which tool installs packages is of no account here: they have to be installed before.
        ["nodejs"] = ["binary", "typescript", "tsconfig", "nodeargs", "packagemanager"],
    };

    /// <summary>What the embedded engine passes over, a sentence each.</summary>
    /// <param name="isYamlProgram">
    /// Whether the file is the program too, which is read key by key, and refused with whatever is not done.
    /// </param>
    /// <exception cref="UserException">Something is written that no engine takes, or that asks for another version.</exception>
    public static IEnumerable<string> Check(YamlMappingNode root, string path, string runtime, bool isYamlProgram)
    {
        CheckVersion(root, path);
        CheckOptions(root, path);
        if (!Yaml.SaysNothing(Yaml.Node(root, "backend")))
        {
            yield return $"{path}: backend: is not used; the embedded engine keeps the state in a file of its own";
        }

        if (isYamlProgram)
        {
            yield break;
        }

        foreach (var key in Yaml.Keys(root).Except(Known))
        {
            yield return $"{path}: {key}: is no key that Pulumi knows; it is passed over";
        }

        var done = RuntimeOptions.GetValueOrDefault(runtime, ["binary"]);
        foreach (var option in RuntimeOptionsOf(root, path).Except(done))
        {
            yield return $"{path}: runtime.options.{option}: is not done by the embedded engine; what is: {string.Join(", ", done)}";
        }
    }

    /// <summary>Whether <c>options.refresh</c> asks for a refresh before every command that changes something.</summary>
    public static bool AlwaysRefreshes(YamlMappingNode root)
        => Yaml.Node(root, "options") is YamlMappingNode options && Yaml.Text(options, "refresh") == "always";

    private static IEnumerable<string> RuntimeOptionsOf(YamlMappingNode root, string path)
    {
        if (Yaml.Node(root, "runtime") is not YamlMappingNode runtime)
        {
            return [];
        }

        Yaml.Only(runtime, $"{path}: runtime", "name", "options");
        return Yaml.Section(runtime, "options", $"{path}: runtime") is { } options ? Yaml.Keys(options) : [];
    }

    private static void CheckOptions(YamlMappingNode root, string path)
    {
        if (Yaml.Section(root, "options", path) is { } options)
        {
            Yaml.Only(options, $"{path}: options", "refresh");
            if (Yaml.Node(options, "refresh") is { } refresh && Yaml.Text(options, "refresh") != "always")
            {
                throw new UserException($"{path}: options.refresh: is '{refresh}'; the one value it may have is 'always'");
            }
        }
    }

    private static void CheckVersion(YamlMappingNode root, string path)
    {
        if (Yaml.IsEmpty(Yaml.Node(root, "requiredPulumiVersion")))
        {
            return;
        }

        var text = Yaml.Text(root, "requiredPulumiVersion");
        var range = (text is null ? null : VersionRange.Parse(text))
            ?? throw new UserException($"{path}: requiredPulumiVersion: '{text}' is no range of versions, such as >=3.200.0");
        if (!range.Contains(EngineVersion.Number))
        {
            throw new UserException($"{path}: requiredPulumiVersion: the project requires {text}, and the embedded engine does what "
                + $"version {EngineVersion.Text[1..]} does");
        }
    }
}
