using System.Text.Json;

namespace OvhSimulator.Http;

/// <summary>A request's JSON object, read the way OVH complains about it.</summary>
internal sealed class Body
{
    private readonly JsonElement _root;

    private Body(JsonElement root) => _root = root;

    public static Body Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            return new Body(JsonElement.Parse("{}")) { IsAbsent = true };
        }
        try
        {
            var root = JsonElement.Parse(bytes.Span);
            return root.ValueKind switch
            {
                JsonValueKind.Object => new Body(root),
                JsonValueKind.Null => new Body(JsonElement.Parse("{}")),
                _ => throw ApiException.BadRequest("The body must be a JSON object"),
            };
        }
        catch (JsonException)
        {
            throw ApiException.BadRequest("The body is not valid JSON");
        }
    }

    /// <summary>Whether the request had no body at all.</summary>
    public bool IsAbsent { get; private init; }

    /// <summary>Whether the property is given, null included.</summary>
    public bool Has(string name) => _root.TryGetProperty(name, out _);

    /// <summary>Refuses every other property: OVH takes none that it does not describe.</summary>
    public void AllowOnly(params IEnumerable<string> names)
    {
        if (_root.EnumerateObject().Select(property => property.Name).Except(names).FirstOrDefault() is { } unknown)
        {
            throw ApiException.BadRequest($"Unknown body parameter {unknown}");
        }
    }

    public string? String(string name) => Read(name, "string", JsonValueKind.String, e => e.GetString());

    public string RequiredString(string name) => String(name) ?? throw Missing(name);

    public bool? Boolean(string name) => Element(name) is not { } element
        ? null
        : element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : throw Invalid(name, element, "boolean");

    public long? Long(string name) => Element(name) is not { } element
        ? null
        : element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value) ? value : throw Invalid(name, element, "long");

    public List<string>? Strings(string name) => Read(name, "string[]", JsonValueKind.Array, array => array.EnumerateArray()
        .Select(e => e.ValueKind == JsonValueKind.String ? e.GetString()! : throw Invalid(name, array, "string[]")).ToList());

    public List<string> RequiredStrings(string name) => Strings(name) ?? throw Missing(name);

    public Body? Object(string name) => Read(name, "object", JsonValueKind.Object, e => new Body(e));

    public List<Body> RequiredObjects(string name) => Read(name, "object[]", JsonValueKind.Array, array => array.EnumerateArray()
        .Select(e => e.ValueKind == JsonValueKind.Object
            ? new Body(e)
            : throw Invalid(name, array, "object[]")).ToList()) ?? throw Missing(name);

    private T? Read<T>(string name, string type, JsonValueKind kind, Func<JsonElement, T?> read)
        where T : class =>
        Element(name) is not { } element ? null : element.ValueKind == kind ? read(element) : throw Invalid(name, element, type);

    private JsonElement? Element(string name) =>
        _root.TryGetProperty(name, out var element) && element.ValueKind != JsonValueKind.Null ? element : null;

    private static ApiException Missing(string name) => ApiException.BadRequest($"[{name}] This parameter is required");

    private static ApiException Invalid(string name, JsonElement element, string type) =>
        ApiException.BadRequest($"[{name}] Given data ({element.GetRawText()}) is not valid for type {type}");
}
