using System.Text.Json;
using System.Text.Json.Serialization;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Api.Json;

internal sealed class IpBlockConverter : JsonConverter<IpBlock>
{
    public override IpBlock Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String && IpBlock.TryParseAnswer(reader.GetString(), out var block)
            ? block
            : throw new JsonException("An IP block was expected.");

    public override void Write(Utf8JsonWriter writer, IpBlock value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.ToString());
}
