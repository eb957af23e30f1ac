namespace Pulumi;

/// <summary>An argument: a value that is there already or an <see cref="Output{T}"/> of it.</summary>
public class Input<T> : IInput
{
    private protected Input(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    object? IInput.Content => Content;

    IOutput IInput.Whole => Value;

    private protected Output<T> Value { get; set; }

    private protected virtual object? Content => Value;

    /// <summary>A value that is there already.</summary>
    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    /// <summary>A value that is there later.</summary>
    public static implicit operator Input<T>(Output<T> value) => new(value);

    /// <summary>The value as an output, whichever it was.</summary>
    public static implicit operator Output<T>(Input<T> input) => input.Value;

    internal Output<T> AsOutput() => Value;
}
