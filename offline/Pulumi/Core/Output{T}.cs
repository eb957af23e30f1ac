namespace Pulumi;

/// <summary>
/// A value that is there later, and only perhaps in a preview. It remembers which resources it came from and whether
/// it is secret; everything derived from it does too.
/// </summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> data)
        : this(data, isAwaitedByTheRun: true)
    {
    }

    private Output(Task<OutputData<T>> data, bool isAwaitedByTheRun)
    {
        Data = data;
        if (isAwaitedByTheRun)
        {
            Deployment.Current?.Tasks.Add(data);
        }
    }

    internal Task<OutputData<T>> Data { get; }

    /// <summary>An output of the value the task will have.</summary>
    public static Output<T> Create(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<T>(GetDataAsync());

        async Task<OutputData<T>> GetDataAsync() => OutputData<T>.Plain(await value.ConfigureAwait(false));
    }

    /// <summary>
    /// Transforms the value once it is there. The function does not run while the value is unknown: the result is
    /// unknown then.
    /// </summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func)
        => Then(value => Task.FromResult(OutputData<TResult>.Plain(func(value))));

    /// <summary>Transforms the value once it is there; the result's dependencies and secretness are joined.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
        => Then(value => func(value)?.Data ?? Task.FromResult(OutputData<TResult>.Plain(default!)));

    /// <summary>Transforms the value once it is there; the result's dependencies and secretness are joined.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func)
        => Then(value => func(value)?.AsOutput().Data ?? Task.FromResult(OutputData<TResult>.Plain(default!)));

    /// <summary>Transforms the value once it is there and waits for the task.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func)
        => Then(async value => OutputData<TResult>.Plain(await func(value).ConfigureAwait(false)));

    /// <summary>Runs the function once the value is there and waits for the task.</summary>
    public Output<ValueTuple> Apply(Func<T, Task> func)
        => Then(async value =>
        {
            await func(value).ConfigureAwait(false);
            return OutputData<ValueTuple>.Plain(default);
        });

    /// <summary>The same as <see cref="Apply{TResult}(Func{T, Output{TResult}})"/> where the type is not at hand.</summary>
    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func)
        => Then(value => func(value).Data);

    /// <summary>
    /// Says how to get at the value instead: an output is not its value. Warns, and throws that text where the environment
    /// variable <c>PULUMI_ERROR_OUTPUT_STRING</c> is <c>1</c> or <c>true</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is called outside a run, or the environment asks for an error.</exception>
    public override string ToString()
    {
        const string Message =
            "Calling [ToString] on an [Output<T>] is not supported.\n\n"
            + "Its value is there only later, perhaps not even in a preview. To build a text from it write either of\n"
            + "1. output.Apply(value => $\"prefix{value}suffix\")\n"
            + "2. Output.Format($\"prefix{output}suffix\")\n\n"
            + "See https://www.pulumi.com/docs/concepts/inputs-outputs for more details.\n"
            + "This function may throw in a future version of Pulumi.";
        if (Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING") is { } asked
            && (asked == "1" || asked.Equals("true", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(Message);
        }

        Log.Warn(Message);
        return Message;
    }

    async Task<OutputData<object?>> IOutput.GetUntypedDataAsync() => (await Data.ConfigureAwait(false)).Untyped();

    /// <summary>An output of a resource: the run awaits the resource's registration, which sets it.</summary>
    internal static Output<T> OfResource(Task<OutputData<T>> data) => new(data, isAwaitedByTheRun: false);

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await Data.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    internal Output<T> With(Func<OutputData<T>, OutputData<T>> change)
    {
        return new Output<T>(GetDataAsync());

        async Task<OutputData<T>> GetDataAsync() => change(await Data.ConfigureAwait(false));
    }

    private Output<TResult> Then<TResult>(Func<T, Task<OutputData<TResult>>> next)
    {
        return new Output<TResult>(GetDataAsync());

        async Task<OutputData<TResult>> GetDataAsync()
        {
            var data = await Data.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return new OutputData<TResult>(data.Resources, default!, IsKnown: false, data.IsSecret);
            }

            var inner = await next(data.Value).ConfigureAwait(false);
            return inner with
            {
                Resources = data.Resources.Union(inner.Resources),
                IsSecret = data.IsSecret || inner.IsSecret,
            };
        }
    }
}
