using Engine.Project;
using YamlDotNet.RepresentationModel;

namespace Engine.Programs.PulumiYaml;

/// <summary>Reads the program of a project. What is not supported is an error that says where it is.</summary>
internal static class TemplateReader
{
    private static readonly string[] ProjectKeys =
    [
        "name", "runtime", "description", "author", "website", "license", "main", "stackConfigDir", "backend", "template",
        "plugins", "config",
        "options", "packages", "requiredPulumiVersion",
    ];

    private static readonly string[] ProgramKeys = ["resources", "variables", "outputs"];

    /// <summary><c>Pulumi.yaml</c> itself or, where that has a <c>main</c>, <c>Main.yaml</c> there.</summary>
    /// <exception cref="UserException">It is not one, or holds something that is not supported.</exception>
    public static Template Read(ProjectFile project)
    {
        var file = Load(new[] { "Pulumi.yaml", "Pulumi.yml" }.Select(name => Path.Combine(project.Directory, name)).First(File.Exists));
        file.Inner("plugins")?.Only("providers");
        if (file.Find("runtime") is (YamlMappingNode runtime, var at))
        {
            Section.Of(runtime, at).Only("name");
        }

        var program = file;
        if (file.Find("main") is var (_, place))
        {
            file.Only(ProjectKeys);
            var path = Path.Combine(project.Main, "Main.yaml");
            program = File.Exists(path) ? Load(path).Only(ProgramKeys) : throw place.Problem($"there is no {path}");
        }
        else
        {
            file.Only([.. ProjectKeys, .. ProgramKeys]);
        }

        return new Template(ReadConfig(file, project.Name), ReadResources(program), ReadVariables(program), ReadOutputs(program));
    }

    private static Section Load(string path)
    {
        var root = Yaml.Load(path);
        return Section.Of(root, new Place(path, root.Start.Line, ""));
    }

    private static Dictionary<string, ConfigDeclaration> ReadConfig(Section file, string project)
    {
        var declared = new Dictionary<string, ConfigDeclaration>(StringComparer.Ordinal);
        foreach ((var key, var node, var place) in file.Inner("config")?.Entries ?? [])
        {
            // A key of another namespace is a provider's, which no program sees.
            var name = key.StartsWith($"{project}:", StringComparison.Ordinal) ? key[(project.Length + 1)..] : key;
            if (!name.Contains(':', StringComparison.Ordinal))
            {
                declared[name] = ConfigDeclaration.Read($"{project}:{name}", node, place);
            }
        }

        return declared;
    }

    private static Dictionary<string, ResourceDeclaration> ReadResources(
        Section program) => (program.Inner("resources")?.Entries ?? []).ToDictionary(
        static entry => entry.Key, static entry => ResourceDeclaration.Read(entry.Key, Section.Of(entry.Node, entry.Place)), StringComparer
            .Ordinal);

    private static Dictionary<string, Expression> ReadVariables(
        Section program) => (program.Inner("variables")?.Entries ?? []).ToDictionary(
        static entry => entry.Key, static entry => ExpressionReader.Read(entry.Node, entry.Place), StringComparer.Ordinal);

    private static Expression.Map ReadOutputs(Section program) => ExpressionReader.Values(program.Inner("outputs"), program.Place);
}
