using System.Text.Encodings.Web;
using System.Text.Json;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Display;

/// <summary>Property values as text: secrets as <c>[secret]</c>, structures over several lines.</summary>
/// <param name="Unknown">What stands for a value that is not known yet.</param>
/// <param name="Longest">How many characters of a text are shown.</param>
/// <param name="Mask">Hides parts of texts; before they are shortened, as half a secret is not recognised.</param>
internal sealed record ValueText(string Unknown, int Longest, Mask Mask)
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As the console shows them: whole, as its lines are masked one by one.</summary>
    public static ValueText Console { get; } = new("[unknown]", int.MaxValue, Mask.None);

    /// <summary>A text in quotes, with what would not be seen in it escaped.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);

    /// <summary>
    /// The value on one line where it is simple, else with its parts on lines of their own, indented below <paramref name="indent"/>.
    /// </summary>
    public string Of(Value value, string indent)
    {
        if (PropertyValue.IsSecret(value))
        {
            return "[secret]";
        }

        if (PropertyValue.IsUnknown(value))
        {
            return Unknown;
        }

        if (PropertyValue.HasSignature(value, Sentinels.ResourceReference))
        {
            return Of(value.StructValue.Fields.TryGetValue("urn", out var urn) ? urn : Value.ForNull(), indent);
        }

        return value.KindCase switch
        {
            Value.KindOneofCase.StringValue => LongText.Cut(Quoted(Mask.Hide(value.StringValue)), Longest),
            Value.KindOneofCase.BoolValue => value.BoolValue ? "true" : "false",
            Value.KindOneofCase.NumberValue => ValueJson.From(value)!.ToJsonString(),
            Value.KindOneofCase.ListValue => List(value.ListValue, indent),
            Value.KindOneofCase.StructValue => Fields(value.StructValue, indent),
            _ => "<null>",
        };
    }

    /// <summary>One line a property, keys in alphabetical order and of one width.</summary>
    public IEnumerable<string> Properties(Struct values, string indent)
    {
        var width = values.Fields.Keys.Select(key => key.Length).DefaultIfEmpty().Max();
        return values.Fields
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{indent}{pair.Key.PadRight(width)}: {Of(pair.Value, indent)}");
    }

    private string Fields(Struct values, string indent) => values.Fields.Count == 0
        ? "{}"
        : $"{{\n{string.Join('\n', Properties(values, indent + "    "))}\n{indent}}}";

    private string List(ListValue values, string indent) => values.Values.Count == 0
        ? "[]"
        : $"[\n{string.Join('\n', values.Values.Select((item, at) => $"{indent}    [{at}]: {Of(item, indent + "    ")}"))}\n{indent}]";
}
