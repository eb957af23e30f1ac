using System.Text.Json.Nodes;
using Engine.Values;

namespace Engine.State;

/// <summary>Resource references in the state always say a package version, on the wire only where there is one.</summary>
internal static class ReferenceJson
{
    private const string PackageVersion = "packageVersion";

    /// <summary>Writes an empty package version where none is known, keys in alphabetical order.</summary>
    public static JsonObject Complete(JsonObject values) => (JsonObject)Map(values, reference =>
    {
        var all = new SortedDictionary<string, JsonNode?>(
            reference.ToDictionary(pair => pair.Key, pair => pair.Value?.DeepClone()),
            StringComparer.Ordinal);
        all.TryAdd(PackageVersion, "");
        return new JsonObject(all);
    })!;

    /// <summary>Takes empty package versions away.</summary>
    public static JsonObject Reduce(JsonObject values) => (JsonObject)Map(values, reference =>
        new JsonObject(reference.Where(pair => pair.Key != PackageVersion || pair.Value?.ToString() is { Length: > 0 })
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))))!;

    private static JsonNode? Map(JsonNode? node, Func<JsonObject, JsonObject> transform) => node switch
    {
        JsonObject json when json[Sentinels.Signature]?.ToString() == Sentinels.ResourceReference => transform(json),
        JsonObject json => new JsonObject(json.Select(pair => KeyValuePair.Create(pair.Key, Map(pair.Value, transform)))),
        JsonArray array => new JsonArray([.. array.Select(item => Map(item, transform))]),
        _ => node?.DeepClone(),
    };
}
