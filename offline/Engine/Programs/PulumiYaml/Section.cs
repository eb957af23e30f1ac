using System.Text.Json;
using Engine.Project;
using YamlDotNet.RepresentationModel;

namespace Engine.Programs.PulumiYaml;

/// <summary>A mapping of a program, read key by key. What is not of the expected kind is an error that says where.</summary>
internal sealed class Section
{
    private Section(Place place, IReadOnlyList<(string Key, YamlNode Node, Place Place)> entries)
    {
        Place = place;
        Entries = entries;
    }

    public Place Place { get; }

    /// <summary>Every key with its value and place, in the order of the file.</summary>
    public IReadOnlyList<(string Key, YamlNode Node, Place Place)> Entries { get; }

    /// <exception cref="UserException">The node is no mapping, or one with keys that are no text.</exception>
    public static Section Of(YamlNode node, Place place)
    {
        if (node is not YamlMappingNode mapping)
        {
            throw place.Problem("must be a mapping of keys to values");
        }

        return new Section(place, [.. mapping.Children.Select(pair => pair.Key is YamlScalarNode { Value: { } key }
            ? (key, pair.Value, place.Of(key, pair.Key))
            : throw place.Problem("has a key that is no text"))]);
    }

    /// <summary>This section, if it has no other keys than these.</summary>
    /// <exception cref="UserException">It has another one.</exception>
    public Section Only(params string[] keys) => Entries.FirstOrDefault(entry => !keys.Contains(entry.Key)) is { Key: { } other } entry
        ? throw entry.Place.Problem($"'{other}' is not supported here; what is: {string.Join(", ", keys)}")
        : this;

    public (YamlNode Node, Place Place)? Find(string key) => Entries.Where(entry => entry.Key == key)
        .Select(entry => ((YamlNode, Place)?)(entry.Node, entry.Place)).FirstOrDefault();

    /// <summary>The section under a key; null where there is none or nothing in it.</summary>
    public Section? Inner(string key) => Find(key) is var (node, place) && !IsEmpty(node) ? Of(node, place) : null;

    public string? Text(string key) => Find(key) is var (node, place) ? TextOf(node, place) : null;

    public bool? Flag(string key) => Find(key) is not var (node, place) ? null : Yaml.Json(node)?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw place.Problem("must be true or false"),
    };

    public IReadOnlyList<string> Texts(string key) => [.. Items(key).Select(item => TextOf(item.Node, item.Place))];

    /// <summary>What the list under a key holds; nothing where there is none.</summary>
    public IReadOnlyList<(YamlNode Node, Place Place)> Items(string key) => Find(key) switch
    {
        null => [],
        (YamlSequenceNode list, var place) => [.. list.Children.Select((item, index) => (item, place.Of(index, item)))],
        (_, var place) => throw place.Problem("must be a list"),
    };

    /// <summary>Text that is taken as it stands.</summary>
    public static string TextOf(YamlNode node, Place place)
    {
        var text = node is YamlScalarNode { Value: { } value } && !IsEmpty(node) ? value : throw place.Problem("must be text");
        return text.Contains("${", StringComparison.Ordinal)
            ? throw place.Problem("must be text as it stands; ${…} is not evaluated here")
            : text;
    }

    public static bool IsEmpty(YamlNode node) => node is YamlScalarNode && Yaml.Json(node) is null;
}
