using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OvhIplb.Api.Json;

/// <summary>Reads RFC 3339 dates in every spelling the schema allows; what is none is as good as absent.</summary>
internal sealed class DateConverter : JsonConverter<DateTimeOffset?>
{
    public override bool HandleNull => true;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        // RFC 3339 has leap seconds, .NET has not.
        var text = reader.GetString()!.Replace(":60", ":59", StringComparison.Ordinal);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } date)
        {
            writer.WriteStringValue(date);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
