using System.Text.Json;
using System.Text.Json.Nodes;

namespace OvhIplb.Testing;

/// <summary>What a state in Pulumi's export format has.</summary>
/// <param name="Resources">The resources, without those that only wait for their deletion.</param>
/// <param name="Outputs">The outputs of the stack.</param>
internal sealed record StateContents(IReadOnlyList<StackResource> Resources, IReadOnlyDictionary<string, JsonElement> Outputs)
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    public static StateContents Read(string file)
    {
        var state = File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) : null;
        StackResource[] all =
        [
            .. (state?["deployment"]?["resources"] as JsonArray ?? []).Select(static resource => resource!.AsObject())
                .Where(static resource => resource["delete"] is null).Select(Resource),
        ];
        return new StateContents(
            [.. all.Where(static resource => !resource.Type.StartsWith("pulumi:", StringComparison.Ordinal))],
            all.FirstOrDefault(static resource => resource.Type == "pulumi:pulumi:Stack")?.Outputs
                ?? new Dictionary<string, JsonElement>());
    }

    private static StackResource Resource(JsonObject resource) => new(
        resource["urn"]!.GetValue<string>(),
        resource["type"]!.GetValue<string>(),
        resource["id"]?.GetValue<string>() ?? "",
        resource["protect"]?.GetValue<bool>() ?? false,
        Values(resource["inputs"]),
        Values(resource["outputs"]));

    private static Dictionary<string, JsonElement> Values(JsonNode? values) =>
        (values as JsonObject ?? []).ToDictionary(
            static pair => pair.Key,
            static pair => JsonSerializer.SerializeToElement(Shown(pair.Value)),
            StringComparer.Ordinal);

    private static JsonNode? Shown(JsonNode? value) => value switch
    {
        JsonObject map when map[Signature]?.GetValue<string>() == Secret => JsonValue.Create("[secret]"),
        JsonObject map => new JsonObject(map.Select(static pair => KeyValuePair.Create(pair.Key, Shown(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Shown)]),
        _ => value?.DeepClone(),
    };
}
