namespace Pulumi;

/// <summary>An argument: a value that is there already or an <see cref="Output{T}"/> of it.</summary>
public class Input<T> : IInput
{
    private readonly Output<T>? _output;

    private protected Input(Output<T> output) => _output = output;

    /// <summary>For lists and maps, which keep their elements apart.</summary>
    private protected Input()
    {
    }

    object? IInput.Content => Content;

    IOutput IInput.Whole => AsOutput();

    private protected virtual object? Content => AsOutput();

    /// <summary>A value that is there already.</summary>
    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    /// <summary>A value that is there later.</summary>
    public static implicit operator Input<T>(Output<T> value) => new(value);

    /// <summary>The value as an output, whichever it was.</summary>
    public static implicit operator Output<T>(Input<T> input) => input.ToOutput();

    internal virtual Output<T> AsOutput() => _output ?? Output.Create<T>(default(T)!);
}
