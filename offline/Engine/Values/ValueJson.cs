using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Values;

/// <summary>Property values as JSON, keys in alphabetical order as the real engine writes them.</summary>
internal static class ValueJson
{
    public static JsonObject From(Struct values)
    {
        var result = new JsonObject();
        foreach (var key in values.Fields.Keys.Order(StringComparer.Ordinal))
        {
            result[key] = From(values.Fields[key]);
        }

        return result;
    }

    public static JsonNode? From(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => JsonValue.Create(value.StringValue),
        Value.KindOneofCase.BoolValue => JsonValue.Create(value.BoolValue),
        Value.KindOneofCase.NumberValue => Number(value.NumberValue),
        Value.KindOneofCase.ListValue => new JsonArray([.. value.ListValue.Values.Select(From)]),
        Value.KindOneofCase.StructValue => From(value.StructValue),
        _ => null,
    };

    public static Struct ToStruct(JsonObject json)
    {
        var result = new Struct();
        foreach ((var key, var node) in json)
        {
            result.Fields[key] = ToValue(node);
        }

        return result;
    }

    public static Value ToValue(JsonNode? node)
    {
        switch (node)
        {
            case null:
                return Value.ForNull();
            case JsonObject json:
                return Value.ForStruct(ToStruct(json));
            case JsonArray array:
                return Value.ForList([.. array.Select(ToValue)]);
            default:
                var value = node.AsValue();
                return value.GetValueKind() switch
                {
                    System.Text.Json.JsonValueKind.True => Value.ForBool(true),
                    System.Text.Json.JsonValueKind.False => Value.ForBool(false),
                    System.Text.Json.JsonValueKind.Number => Value.ForNumber(
                        value.TryGetValue(out long whole) ? whole : value.GetValue<double>()),
                    _ => Value.ForString(value.GetValue<string>()),
                };
        }
    }

    private static JsonValue Number(double number) =>
        Math.Abs(number) < 1e15 && Math.Floor(number) == number ? JsonValue.Create((long)number) : JsonValue.Create(number);
}
