using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Engine.Project;

/// <summary>Reads YAML documents of Pulumi's kind.</summary>
internal static class Yaml
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="UserException">The file is not YAML, or not a mapping.</exception>
    public static YamlMappingNode Load(string path)
    {
        try
        {
            using var reader = new StringReader(PastedText.Clean(File.ReadAllText(path)));
            var stream = new YamlStream();
            stream.Load(reader);
            var root = stream.Documents.Count == 0 ? [] : stream.Documents[0].RootNode as YamlMappingNode
                ?? throw new UserException($"{path}: must be a mapping of keys to values");
            if (root.AllNodes.OfType<YamlMappingNode>().SelectMany(static mapping => mapping.Children.Keys)
                .FirstOrDefault(static key => key is not YamlScalarNode) is { } key)
            {
                throw new UserException($"{path}: line {key.Start.Line}: a key must be text");
            }

            return root;
        }
        catch (YamlException error)
        {
            throw new UserException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>The keys of a mapping.</summary>
    public static IEnumerable<string> Keys(YamlMappingNode mapping)
        => mapping.Children.Keys.Select(static key => ((YamlScalarNode)key).Value!);

    /// <summary>Whether there is nothing: no node, or null.</summary>
    public static bool IsEmpty(YamlNode? node) => node is null || (node is YamlScalarNode && Json(node) is null);

    /// <summary>Whether nothing is said: no node, null, or a list or mapping without entries.</summary>
    public static bool SaysNothing(YamlNode? node) =>
        IsEmpty(node) || node is YamlSequenceNode { Children.Count: 0 } or YamlMappingNode { Children.Count: 0 };

    /// <summary>The mapping under a key; null where there is nothing.</summary>
    /// <param name="place">Where the mapping around it is, for the message.</param>
    /// <exception cref="UserException">It is no mapping.</exception>
    public static YamlMappingNode? Section(YamlMappingNode mapping, string key, string place) => Node(mapping, key) switch
    {
        YamlMappingNode section => section,
        var node when IsEmpty(node) => null,
        _ => throw new UserException($"{place}: {key}: must be a mapping of keys to values"),
    };

    /// <summary>The list under a key; nothing where there is none.</summary>
    /// <param name="place">Where the mapping around it is, for the message.</param>
    /// <exception cref="UserException">It is no list.</exception>
    public static IEnumerable<YamlNode> List(YamlMappingNode mapping, string key, string place) => Node(mapping, key) switch
    {
        YamlSequenceNode list => list.Children,
        var node when IsEmpty(node) => [],
        _ => throw new UserException($"{place}: {key}: must be a list"),
    };

    /// <param name="place">Where the mapping is, for the message.</param>
    /// <exception cref="UserException">It has another key than these.</exception>
    public static void Only(YamlMappingNode mapping, string place, params string[] keys)
    {
        if (Keys(mapping).Except(keys).FirstOrDefault() is { } other)
        {
            throw new UserException($"{place}: {other}: is no key there; there may be {string.Join(", ", keys)}");
        }
    }

    public static YamlNode? Node(YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    public static string? Text(YamlMappingNode mapping, string key) => (Node(mapping, key) as YamlScalarNode)?.Value;

    /// <summary>A configuration value as programs and providers get it: text as it stands, structures as JSON.</summary>
    public static string Configuration(YamlNode node) =>
        node is YamlScalarNode scalar ? scalar.Value ?? "" : Json(node)!.ToJsonString(Compact);

    public static JsonNode? Json(YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                var json = new JsonObject();
                foreach ((var key, var value) in mapping.Children)
                {
                    json[((YamlScalarNode)key).Value!] = Json(value);
                }

                return json;
            case YamlSequenceNode sequence:
                return new JsonArray([.. sequence.Children.Select(Json)]);
            case YamlScalarNode { Style: ScalarStyle.Plain } plain:
                return Plain(plain.Value ?? "");
            default:
                return JsonValue.Create(((YamlScalarNode)node).Value);
        }
    }

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
