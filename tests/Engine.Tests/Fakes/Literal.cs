using System.Text.Json;
using System.Text.Json.Nodes;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Tests.Fakes;

/// <summary>Property values written as anonymous objects or JSON, and read back as JSON.</summary>
internal static class Literal
{
    public static Struct Struct(object value)
        => ValueJson.ToStruct(value as JsonObject ?? JsonSerializer.SerializeToNode(value)!.AsObject());

    public static string Text(Struct? value) => value is null ? "absent" : ValueJson.From(value).ToJsonString();

    public static JsonObject Secret(JsonNode value) => new() { [Sentinels.Signature] = Sentinels.Secret, ["value"] = value };
}
