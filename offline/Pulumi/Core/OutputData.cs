using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an <see cref="Output{T}"/> resolves to: the value and what has to be known about it.</summary>
/// <param name="Resources">The resources the value came from.</param>
/// <param name="Value">The value; meaningless while <paramref name="IsKnown"/> is false.</param>
/// <param name="IsKnown">False in a preview for what only the real operation will tell.</param>
/// <param name="IsSecret">Whether the value must stay encrypted in the state and hidden in what is shown.</param>
internal readonly record struct OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    internal static OutputData<T> Plain(T value) => new(ImmutableHashSet<Resource>.Empty, value, IsKnown: true, IsSecret: false);

    internal OutputData<object?> Untyped() => new(Resources, Value, IsKnown, IsSecret);
}
