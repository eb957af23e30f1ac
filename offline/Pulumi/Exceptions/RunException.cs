namespace Pulumi;

/// <summary>A mistake of the program's user: shown as its message alone, without a stack trace.</summary>
public class RunException : Exception
{
    public RunException(string message)
        : base(message)
    {
    }

    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The mistake of an <c>[Output]</c> property whose type is not <see cref="Output{T}"/>.</summary>
    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames)
        => new(
            $"[Output]s '{string.Join(", ", outputAttributeNames)}' have an incorrect type. [Output] properties must be of type "
                + $"Output<T>.");
}
