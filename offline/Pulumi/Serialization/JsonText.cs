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

        // A converter cannot wait. So outputs inside the value that are not there yet are noted on a first pass,
        // awaited here, and written on a later one.
        var nested = new NestedOutputs();
        string text;
        do
        {
            await nested.WaitAsync().ConfigureAwait(false);
#pragma warning disable CA1869 // The options carry what this one value contains.
            var withNested = options == null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
#pragma warning restore CA1869
            withNested.Converters.Add(new NestedOutputConverterFactory(nested));
            text = JsonSerializer.Serialize(data.Value, withNested);
        }
        while (nested.HasPending);

        return new OutputData<string>(
            data.Resources.Union(nested.Resources), nested.SawUnknown ? "" : text, !nested.SawUnknown, data.IsSecret || nested.SawSecret);
    }

    public static async Task<OutputData<T>> ReadAsync<T>(Output<string> json, JsonSerializerOptions? options)
    {
        var data = await json.Data.ConfigureAwait(false);
        return new OutputData<T>(
            data.Resources,
            data.IsKnown ? JsonSerializer.Deserialize<T>(data.Value, options)! : default!,
            data.IsKnown,
            data.IsSecret);
    }
}
