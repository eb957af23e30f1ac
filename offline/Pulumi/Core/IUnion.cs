namespace Pulumi;

/// <summary>A <see cref="Union{T0, T1}"/> whose types are not known where it is handled.</summary>
internal interface IUnion
{
    object? Content { get; }
}
