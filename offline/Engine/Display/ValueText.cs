using System.Text.Encodings.Web;
using System.Text.Json;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Display;

/// <summary>Property values as text: secrets as <c>[secret]</c>, unknowns as <c>[unknown]</c>, structures over several lines.</summary>
internal static class ValueText
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value on one line where it is simple, else with its parts on lines of their own, indented below <paramref name="indent"/>.</summary>
    public static string Of(Value value, string indent)
    {
        if (PropertyValue.IsSecret(value))
        {
            return "[secret]";
        }

        if (PropertyValue.IsUnknown(value))
        {
            return "[unknown]";
        }

        if (PropertyValue.HasSignature(value, Sentinels.ResourceReference))
        {
            return Of(value.StructValue.Fields.TryGetValue("urn", out Value? urn) ? urn : Value.ForNull(), indent);
        }

        return value.KindCase switch
        {
            Value.KindOneofCase.StringValue => JsonSerializer.Serialize(value.StringValue, Quoting),
            Value.KindOneofCase.BoolValue => value.BoolValue ? "true" : "false",
            Value.KindOneofCase.NumberValue => ValueJson.From(value)!.ToJsonString(),
            Value.KindOneofCase.ListValue => List(value.ListValue, indent),
            Value.KindOneofCase.StructValue => Fields(value.StructValue, indent),
            _ => "<null>",
        };
    }

    /// <summary>One line a property, keys in alphabetical order and of one width.</summary>
    public static IEnumerable<string> Properties(Struct values, string indent)
    {
        int width = values.Fields.Keys.Select(key => key.Length).DefaultIfEmpty().Max();
        return values.Fields
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{indent}{pair.Key.PadRight(width)}: {Of(pair.Value, indent)}");
    }

    private static string Fields(Struct values, string indent) => values.Fields.Count == 0
        ? "{}"
        : $"{{\n{string.Join('\n', Properties(values, indent + "    "))}\n{indent}}}";

    private static string List(ListValue values, string indent) => values.Values.Count == 0
        ? "[]"
        : $"[\n{string.Join('\n', values.Values.Select((item, at) => $"{indent}    [{at}]: {Of(item, indent + "    ")}"))}\n{indent}]";
}
