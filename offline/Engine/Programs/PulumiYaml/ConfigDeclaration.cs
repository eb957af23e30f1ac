using System.Text.Json;
using System.Text.Json.Nodes;
using Engine.Project;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using YamlDotNet.RepresentationModel;

namespace Engine.Programs.PulumiYaml;

/// <summary>A configuration value of the program.</summary>
/// <param name="Key">Its full key, <c>project:name</c>.</param>
/// <param name="Items">The type of the items of an array; null where nothing is said of them.</param>
internal sealed record ConfigDeclaration(Place Place, string Key, string Type, string? Items, bool Secret)
{
    private static readonly string[] Types = ["string", "boolean", "integer", "array", "object"];

    /// <param name="node">A declaration, or the default itself.</param>
    public static ConfigDeclaration Read(string key, YamlNode node, Place place)
    {
        if (node is not YamlMappingNode)
        {
            return new ConfigDeclaration(place, key, TypeOf(node, place), null, Secret: false);
        }

        var section = Section.Of(node, place).Only("type", "items", "default", "value", "secret", "description");
        var type = section.Text("type") is { } given
            ? Known(given, place)
            : TypeOf((section.Find("default") ?? section.Find("value") ?? throw place.Problem("needs a type or a default")).Node, place);
        var items = section.Inner("items")?.Text("type") is { } item ? Known(item, place) : null;
        return type == "array" && items is null && section.Text("type") is not null
            ? throw place.Problem("an array needs the type of its items")
            : new ConfigDeclaration(place, key, type, items, section.Flag("secret") ?? false);
    }

    /// <summary>The value the stack, or the default, gives.</summary>
    /// <exception cref="UserException">There is none, or it is of another type.</exception>
    public Value Of(IReadOnlyDictionary<string, string> configuration, IReadOnlyCollection<string> secretKeys)
    {
        var text = configuration.TryGetValue(Key, out var found)
            ? found
            : throw Place.Problem($"has no value: set {Key} in the configuration of the stack");
        var value = Type == "string" ? Value.ForString(text) : ValueJson.ToValue(Parse(text));
        return Secret || secretKeys.Contains(Key) ? PropertyValue.Secret(value) : value;
    }

    private JsonNode Parse(string text)
    {
        try
        {
            var json = JsonNode.Parse(text);
            if (Kind(json) == Type && (Items is null || json!.AsArray().All(item => Kind(item) == Items)))
            {
                return json!;
            }
        }
        catch (JsonException)
        {
            // Said below, without the value: it may be secret.
        }

        throw Place.Problem($"the value of {Key} is not of type {Type}" + (Items is null ? "" : $" of {Items}"));
    }

    private static string TypeOf(YamlNode node, Place place) =>
        Kind(Yaml.Json(node)) is { } kind ? kind : throw place.Problem("needs a type or a default");

    private static string Known(string type, Place place) =>
        Types.Contains(type) ? type : throw place.Problem($"type {type} is not supported; what is: {string.Join(", ", Types)}");

    private static string? Kind(JsonNode? json) => json?.GetValueKind() switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number when json.AsValue().TryGetValue(out long _) => "integer",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => null,
    };
}
