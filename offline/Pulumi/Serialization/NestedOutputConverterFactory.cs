using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>Writes outputs and inputs inside a value as what they resolve to.</summary>
internal sealed class NestedOutputConverterFactory(NestedOutputs nested) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert)
        => typeof(IOutput).IsAssignableFrom(typeToConvert) || typeof(IInput).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert), nested)!;

    private sealed class Converter<T>(NestedOutputs nested) : JsonConverter<T>
        where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => throw new NotSupportedException("JSON text is read into plain types; wrap the result with Output.Create.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            if (nested.TryGet(value, () => value as IOutput ?? ((IInput)value).Whole, out var content))
            {
                JsonSerializer.Serialize(writer, content, content!.GetType(), options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
