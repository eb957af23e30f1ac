using Google.Protobuf;

namespace Pulumi.Serialization;

/// <summary>Writes arguments that travel as JSON text: what is not a string in a provider's configuration.</summary>
internal static class JsonArgument
{
    /// <summary>The text, unknown or secret as a whole if a part of the value is; null for an absent value.</summary>
    public static Output<string>? Write(string path, object? value) => value switch
    {
        null => null,
        IInput input => Write(path, input.Whole),
        _ => Write(path, Output.Create<object?>(value)),
    };

    private static Output<string> Write(string path, IOutput value)
    {
        return new Output<string>(GetDataAsync());

        async Task<OutputData<string>> GetDataAsync()
        {
            var data = await value.GetUntypedDataAsync().ConfigureAwait(false);
            var text = data.IsKnown
                ? JsonFormatter.Default
                    .Format(await new Serializer(keepResources: false).SerializeAsync(path, data.Value).ConfigureAwait(false))
                : "";
            return new OutputData<string>(data.Resources, text, data.IsKnown, data.IsSecret);
        }
    }
}
