namespace Pulumi;

/// <summary>Treats inputs as the outputs they may be.</summary>
public static class InputExtensions
{
    /// <summary>The value as an output; an absent input is an output of the type's default.</summary>
    public static Output<T> ToOutput<T>(this Input<T>? input) => input?.AsOutput() ?? Output.Create<T>(default(T)!);

    /// <summary>See <see cref="Output{T}.Apply{TResult}(Func{T, TResult})"/>.</summary>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, TResult> func)
        => input.ToOutput().Apply(func);

    /// <summary>See <see cref="Output{T}.Apply{TResult}(Func{T, Task{TResult}})"/>.</summary>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Task<TResult>> func)
        => input.ToOutput().Apply(func);

    /// <summary>See <see cref="Output{T}.Apply{TResult}(Func{T, Input{TResult}})"/>.</summary>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Input<TResult>?> func)
        => input.ToOutput().Apply(func);

    /// <summary>See <see cref="Output{T}.Apply{TResult}(Func{T, Output{TResult}})"/>.</summary>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Output<TResult>?> func)
        => input.ToOutput().Apply(func);
}
