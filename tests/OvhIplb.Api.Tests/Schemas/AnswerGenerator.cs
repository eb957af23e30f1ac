using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using OpenApi;

namespace OvhIplb.Api.Tests.Schemas;

/// <summary>Makes any answer that a schema of OVH's allows, and words and properties the API may come to use tomorrow.</summary>
internal sealed class AnswerGenerator(Document document)
{
    private static readonly Gen<JsonNode?> Text = Gen.String.Select(text => (JsonNode?)JsonValue.Create(text));

    private static readonly Gen<JsonNode?> Date = Gen.Select(Gen.DateTimeOffset, Gen.Int[0, 7], Gen.Bool).Select((date, digits, isUtc) =>
    {
        var fraction = digits == 0 ? "" : "." + new string('f', digits);
        return (JsonNode?)(isUtc
            ? date.ToUniversalTime().ToString($"yyyy-MM-dd'T'HH:mm:ss{fraction}'Z'", CultureInfo.InvariantCulture)
            : date.ToString($"yyyy-MM-dd'T'HH:mm:ss{fraction}zzz", CultureInfo.InvariantCulture));
    });

    private static readonly Gen<JsonNode?> Block = Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]).SelectMany(bytes =>
        Gen.Int[0, bytes.Length * 8].Select(prefix => (JsonNode?)$"{new IPAddress(bytes)}/{prefix}"));

    public Gen<JsonNode?> Of(JsonElement schema)
    {
        schema = document.Resolve(schema);
        var value = schema.TryGetProperty("allOf", out var parts) ? Of(parts.EnumerateArray().Single()) : ValueOf(schema);
        return Has(schema, "nullable") ? Gen.Frequency((1, Gen.Const((JsonNode?)null)), (3, value)) : value;
    }

    private Gen<JsonNode?> ValueOf(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var words))
        {
            return Gen.Frequency(
                (4, Gen.OneOf(words.EnumerateArray().Select(word => Gen.Const(word.GetRawText())).ToArray())
                    .Select(word => JsonNode.Parse(word))),
                (1, Text));
        }

        return schema.TryGetProperty("type", out var type)
            ? type.GetString() switch
            {
                "string" => TextOf(schema),
                "integer" => Gen.Long.Select(number => (JsonNode?)number),
                "number" => Gen.Double[-1e9, 1e9].Select(number => (JsonNode?)number),
                "boolean" => Gen.Bool.Select(flag => (JsonNode?)flag),
                "array" => Of(schema.GetProperty("items")).Array[0, 3].Select(items => (JsonNode?)new JsonArray(items)),
                "object" => ObjectOf(schema),
                var other => throw new InvalidOperationException($"A schema of the type {other} is not known here."),
            }
            : Text;
    }

    private static Gen<JsonNode?> TextOf(JsonElement schema) => schema.TryGetProperty("format", out var format)
        ? format.GetString() switch
        {
            "date-time" => Date,
            "ip-block" or "ipv4-block" or "ipv6-block" => Block,
            "ipv4" => Gen.Byte.Array[4].Select(bytes => (JsonNode?)new IPAddress(bytes).ToString()),
            "ipv6" => Gen.Byte.Array[16].Select(bytes => (JsonNode?)new IPAddress(bytes).ToString()),
            _ => Text,
        }
        : Text;

    private Gen<JsonNode?> ObjectOf(JsonElement schema)
    {
        var properties = schema.TryGetProperty("properties", out var declared) ? declared.EnumerateObject().ToArray() : [];
        var values = properties.Select(property => Of(property.Value)).ToArray();
        return Gen.Select(Gen.Int[0, 3], Gen.Int).SelectMany((surprises, seed) => Sequence(values).Select(made =>
        {
            var answer = new JsonObject();
            for (var index = 0; index < properties.Length; index++)
            {
                answer[properties[index].Name] = made[index];
            }

            for (var surprise = 0; surprise < surprises; surprise++)
            {
                answer[$"new{surprise}"] = seed;
            }

            return (JsonNode?)answer;
        }));
    }

    private static Gen<JsonNode?[]> Sequence(Gen<JsonNode?>[] generators) => generators.Aggregate(
        Gen.Const(Array.Empty<JsonNode?>()),
        (made, next) => Gen.Select(made, next).Select((before, value) => (JsonNode?[])[.. before, value]));

    private static bool Has(JsonElement schema, string flag) => schema.TryGetProperty(flag, out var value) && value.GetBoolean();
}
