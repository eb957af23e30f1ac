using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>
/// Writes outputs and inputs inside a value as the values they resolve to, each by the converter of its declared type, and
/// reads them back as known ones.
/// </summary>
internal sealed class NestedOutputConverterFactory(NestedOutputs nested) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => ValueType(typeToConvert) != null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(typeof(Converter<,>).MakeGenericType(typeToConvert, ValueType(typeToConvert)!), nested)!;

    /// <summary>The type of the value inside an output or an input of any kind; null for other types.</summary>
    private static Type? ValueType(Type type)
    {
        for (var one = type; one != null; one = one.BaseType)
        {
            if (one.IsGenericType
                && (one.GetGenericTypeDefinition() == typeof(Output<>) || one.GetGenericTypeDefinition() == typeof(Input<>)))
            {
                return one.GenericTypeArguments[0];
            }
        }

        return null;
    }

    private sealed class Converter<T, TValue>(NestedOutputs nested) : JsonConverter<T>
        where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var output = nested.Make(JsonSerializer.Deserialize<TValue>(ref reader, options)!);
            return output as T ?? Wrap(output);
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            if (nested.TryGet(value as Output<TValue> ?? ((Input<TValue>)(object)value).AsOutput(), out var content))
            {
                ((JsonConverter<TValue>)options.GetConverter(typeof(TValue))).Write(writer, content, options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        // An input, a list, a map, a union or JSON: each is made of an output by its own conversion.
        private static T Wrap(Output<TValue> output)
            => (T)typeof(T).GetMethod("op_Implicit", [typeof(Output<TValue>)])!.Invoke(null, [output])!;
    }
}
