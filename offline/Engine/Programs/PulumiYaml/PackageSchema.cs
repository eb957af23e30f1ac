using System.Text.Json.Nodes;

namespace Engine.Programs.PulumiYaml;

/// <summary>What a package says of itself: its resources, its functions, and the types of their properties.</summary>
internal sealed class PackageSchema(string name, JsonObject schema)
{
    /// <summary>
    /// The token in full of a resource's type: <c>pkg:Type</c> is <c>pkg:index:Type</c>, <c>pkg:mod:Type</c> may be
    /// <c>pkg:mod/type:Type</c>.
    /// </summary>
    /// <exception cref="UserException">There is no such type.</exception>
    public string Resource(string token, Place place) => State.Urn.IsProviderType(token)
        ? token
        : Find("resources", token) ?? throw place.Problem($"the package {name} has no resource {token}{Known("resources")}");

    /// <exception cref="UserException">There is no such function.</exception>
    public string Function(string token, Place place) =>
        Find("functions", token) ?? throw place.Problem($"the package {name} has no function {token}{Known("functions")}");

    public bool IsComponent(string token) => schema["resources"]?[token]?["isComponent"]?.GetValue<bool>() == true;

    /// <summary>The type of a resource as a value: its properties, and <c>id</c> and <c>urn</c>.</summary>
    public JsonObject ResourceType(string token)
    {
        var declared = State.Urn.IsProviderType(token) ? schema["provider"] : schema["resources"]?[token];
        var properties = new JsonObject { ["id"] = Text(), ["urn"] = Text() };
        // A provider's outputs are its inputs, unless the schema says otherwise.
        foreach ((var key, var type) in declared?["properties"] as JsonObject ?? declared?["inputProperties"] as JsonObject ?? [])
        {
            properties[key] = type?.DeepClone();
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    public JsonObject? ResultType(string token) => schema["functions"]?[token]?["outputs"] as JsonObject;

    /// <summary>
    /// The type of what a part of a path leads to, or what is wrong with that part; neither where nothing is said about it.
    /// </summary>
    public (JsonObject? Type, string? Problem) Step(JsonObject type, object part)
    {
        type = Resolved(type);
        switch (type["type"]?.GetValue<string>())
        {
            case "array":
                return part is int ? (type["items"] as JsonObject, null) : (null, $"is a list, which has no '{part}'");
            case "object" when type["properties"] is JsonObject properties:
                return part is string key && properties[key] is JsonObject property
                    ? (property, null)
                    : (null, $"has no '{part}'; it has "
                        + $"{string.Join(", ", properties.Select(static pair => pair.Key).Order(StringComparer.Ordinal))}");
            case "object":
                return part is string
                    ? (type["additionalProperties"] as JsonObject, null)
                    : (null, $"is a mapping, which has no item {part}");
            case { } primitive when type["oneOf"] is null:
                return (null, $"is of type {primitive}, which has no '{part}'");
            default:
                return (null, null);
        }
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private JsonObject Resolved(JsonObject type)
    {
        const string Types = "#/types/";
        return type["$ref"]?.GetValue<string>() is { } reference && reference.StartsWith(Types, StringComparison.Ordinal)
            ? schema["types"]?[Uri.UnescapeDataString(reference[Types.Length..])] as JsonObject ?? []
            : type;
    }

    private string? Find(string kind, string token)
    {
        var parts = token.Split(':');
        var module = parts.Length == 3 ? parts[1] : "index";
        var last = parts[^1];
        var repeated = last.Length == 0 ? "" : $"{char.ToLowerInvariant(last[0])}{last[1..]}";
        string[] spellings = [token, $"{parts[0]}:{module}:{last}", $"{parts[0]}:{module}/{repeated}:{last}"];
        return parts.Length is 2 or 3 && schema[kind] is JsonObject known ? spellings.FirstOrDefault(known.ContainsKey) : null;
    }

    private string Known(string kind) => schema[kind] is JsonObject { Count: > 0 } known
        ? $"; it has {string.Join(", ", known.Select(static pair => pair.Key).Order(StringComparer.Ordinal))}"
        : "";
}
