namespace Pulumi;

/// <summary>An <see cref="Input{T}"/> whose type is not known where it is handled.</summary>
internal interface IInput
{
    /// <summary>
    /// What is serialised. Lists and maps answer their elements one by one, so that one unknown or secret element
    /// does not hide the others.
    /// </summary>
    object? Content { get; }

    /// <summary>The whole value as one output: unknown or secret as soon as one element is.</summary>
    IOutput Whole { get; }
}
