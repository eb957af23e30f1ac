using System.Text;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>JSON text of outputs and back.</summary>
internal static class JsonText
{
    public static async Task<OutputData<string>> WriteAsync<T>(Output<T> value, JsonSerializerOptions? options)
    {
        var data = await value.Data.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return new OutputData<string>(data.Resources, "", IsKnown: false, data.IsSecret);
        }

        var nested = new NestedOutputs(data.Resources, data.IsSecret);
        var text = JsonSerializer.Serialize(data.Value, With(nested, options));
        return new OutputData<string>(
            data.Resources.Union(nested.Resources), nested.SawUnknown ? "" : text, !nested.SawUnknown, data.IsSecret || nested.SawSecret);
    }

    public static async Task<OutputData<T>> ReadAsync<T>(Output<string> json, JsonSerializerOptions? options)
    {
        var data = await json.Data.ConfigureAwait(false);
        return new OutputData<T>(
            data.Resources,
            data.IsKnown
                ? JsonSerializer.Deserialize<T>(
                    Encoding.UTF8.GetBytes(data.Value),
                    With(new NestedOutputs(data.Resources, data.IsSecret), options))!
                : default!,
            data.IsKnown,
            data.IsSecret);
    }

    private static JsonSerializerOptions With(NestedOutputs nested, JsonSerializerOptions? options)
        => new(options ?? JsonSerializerOptions.Default) { Converters = { new NestedOutputConverterFactory(nested) } };
}
