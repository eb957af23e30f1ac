using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Makes and combines outputs.</summary>
public static partial class Output
{
    /// <summary>An output of a value that is there already.</summary>
    public static Output<T> Create<T>(T value) => new(Task.FromResult(OutputData<T>.Plain(value)));

    /// <summary>An output of the value the task will have.</summary>
    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    /// <summary>A secret output of a value that is there already.</summary>
    public static Output<T> CreateSecret<T>(T value) => CreateSecret(Create(value));

    /// <summary>A secret output of the value the task will have.</summary>
    public static Output<T> CreateSecret<T>(Task<T> value) => CreateSecret(Create(value));

    /// <summary>The same output, marked as secret. The original stays as it is.</summary>
    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.With(data => data with { IsSecret = true });
    }

    /// <summary>The same output, no longer secret. The original stays as it is.</summary>
    public static Output<T> Unsecret<T>(Output<T> output) => output.With(data => data with { IsSecret = false });

    /// <summary>Whether the output is secret.</summary>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsSecret;

    /// <summary>All values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    /// <summary>All values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs)
        => All(inputs.Select(OutputOf));

    /// <summary>All values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    /// <summary>All values as one output; unknown or secret as soon as one of them is.</summary>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
        => Combine(outputs.ToArray<IOutput>(), values => values.Select(value => (T)value!).ToImmutableArray());

    /// <summary>
    /// A text with outputs and inputs in its holes: <c>Output.Format($"https://{host}/")</c>. Unknown or secret as
    /// soon as one of them is. Numbers and dates are written the same on every machine.
    /// </summary>
    public static Output<string> Format(FormattableString formattableString)
        => Combine(
            [.. formattableString.GetArguments().Select(ToUntypedOutput)],
            values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, values));

    /// <summary>The value as JSON text. Outputs inside the value are awaited and hand on what they are.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<string>(JsonText.WriteAsync(value, options));
    }

    /// <summary>The object that the JSON text describes.</summary>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new Output<T>(JsonText.ReadAsync<T>(json, options));
    }

    internal static Output<TResult> Combine<TResult>(IReadOnlyList<IOutput> parts, Func<object?[], TResult> make)
    {
        return new Output<TResult>(GetDataAsync());

        async Task<OutputData<TResult>> GetDataAsync()
        {
            var data = await Task.WhenAll(parts.Select(part => part.GetUntypedDataAsync())).ConfigureAwait(false);
            var isKnown = data.All(one => one.IsKnown);
            return new OutputData<TResult>(
                ImmutableHashSet.CreateRange(data.SelectMany(one => one.Resources)),
                isKnown ? make([.. data.Select(one => one.Value)]) : default!,
                isKnown,
                data.Any(one => one.IsSecret));
        }
    }

    /// <summary>An input that is null has no value to combine: the output fails.</summary>
    private static Output<T> OutputOf<T>(Input<T>? input)
        => input?.AsOutput()
            ?? new Output<T>(Task.FromException<OutputData<T>>(
                new ArgumentNullException(nameof(input), "An input that is null cannot be combined with others.")));

    private static IOutput ToUntypedOutput(object? value) => value switch
    {
        IOutput output => output,
        IInput input => input.Whole,
        _ => Create(value),
    };
}
