using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Engine.Project;

/// <summary>What <c>Pulumi.yaml</c> says of one configuration value of all its stacks.</summary>
/// <param name="Key">The full key, <c>namespace:name</c>.</param>
/// <param name="Type">What it has to be; null where nothing is said of that.</param>
/// <param name="Default">What it is where a stack says nothing; null where each stack has to say it.</param>
/// <param name="Secret">Whether it is secret, whatever a stack says.</param>
internal sealed record ConfigurationDeclaration(string Key, ConfigurationType? Type, YamlNode? Default, bool Secret)
{
    private static readonly string[] Parts = ["type", "items", "description", "secret", "default", "value"];

    /// <summary>Reads the section <c>config</c>.</summary>
    /// <param name="isYamlProgram">Whether the file is the program too, which checks its declarations itself.</param>
    /// <exception cref="UserException">A declaration says too much or contradicts itself.</exception>
    public static IReadOnlyList<ConfigurationDeclaration> Read(YamlMappingNode root, string project, string path, bool isYamlProgram) =>
        Yaml.Node(root, "config") is YamlMappingNode config
            ? [.. config.Children.Select(pair => Read(((YamlScalarNode)pair.Key).Value!, pair.Value, project, path, isYamlProgram))]
            : [];

    private static ConfigurationDeclaration Read(string name, YamlNode node, string project, string path, bool isYamlProgram)
    {
        var place = $"{path}: config.{name}";
        var key = name.Contains(':', StringComparison.Ordinal) ? name : $"{project}:{name}";
        if (node is not YamlMappingNode section)
        {
            return new ConfigurationDeclaration(key, null, Yaml.IsEmpty(node) ? null : node, Secret: false);
        }

        if (isYamlProgram)
        {
            return new ConfigurationDeclaration(
                key,
                null,
                Yaml.Node(section, "value") ?? Yaml.Node(section, "default"),
                Yaml.Text(section, "secret") == "true");
        }

        Yaml.Only(section, place, Parts);
        var value = Yaml.Node(section, "value");
        var fallback = Yaml.Node(section, "default");
        var type = Yaml.Node(section, "type") is null ? null : ConfigurationType.Read(section, place);
        if (value is not null && fallback is not null)
        {
            throw new UserException($"{place}: has both a default and a value");
        }

        if (!key.StartsWith($"{project}:", StringComparison.Ordinal) && (type is not null || fallback is not null || value is null))
        {
            throw new UserException($"{place}: is of another namespace than the project, so it has a value, and no type and no default");
        }

        return type is not null && fallback is not null && !type.Holds(fallback)
            ? throw new UserException($"{place}: the default is not of type {type}")
            : new ConfigurationDeclaration(key, type, value ?? fallback, Flag(section, place));
    }

    private static bool Flag(YamlMappingNode section, string place) => Yaml.Node(section, "secret") is { } node
        && (Yaml.Json(node)?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new UserException($"{place}: secret: must be true or false"),
        });
}
