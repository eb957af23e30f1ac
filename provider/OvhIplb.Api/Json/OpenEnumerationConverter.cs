using System.Text.Json;
using System.Text.Json.Serialization;

namespace OvhIplb.Api.Json;

/// <summary>Reads anything and never fails: an enum the API lengthened or retyped must not break what worked before.</summary>
internal sealed class OpenEnumerationConverter<T> : JsonConverter<T>
    where T : struct, IOpenEnumeration<T>
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return T.From("");
            case JsonTokenType.String:
                return T.From(reader.GetString()!);
            default:
                using (var document = JsonDocument.ParseValue(ref reader))
                {
                    return T.From(document.RootElement.GetRawText());
                }
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Word);
}
