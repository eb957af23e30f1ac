using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A list argument. Takes values, outputs, whole lists and outputs of lists, also in a collection initialiser:
/// <c>Fqdns = { "a.example", zone.Name }</c>.
/// </summary>
/// <remarks>
/// Null and the default <see cref="ImmutableArray{T}"/> are taken, and stay the default array: it is serialised as an empty
/// list, while reading its elements or adding to it fails.
/// </remarks>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Output<ImmutableArray<Input<T>>> _elements;

    /// <summary>An empty list.</summary>
    public InputList()
        : this(Output.Create(ImmutableArray<Input<T>>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> elements)
        : base(Flatten(elements))
        => _elements = elements;

    private protected override object? Content => _elements;

    /// <summary>Appends elements.</summary>
    public void Add(params Input<T>[] inputs) => AddRange(inputs);

    /// <summary>Appends the elements of another list. For collection initialisers.</summary>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <summary>Appends the elements of another list.</summary>
    public void AddRange(InputList<T> inputs)
    {
        _elements = Join(_elements, inputs._elements);
        Value = Flatten(_elements);
    }

    /// <summary>A new list with the elements of both.</summary>
    public InputList<T> Concat(InputList<T> other) => new(Join(_elements, other._elements));

    public static implicit operator InputList<T>(T value) => ImmutableArray.Create<Input<T>>(value);

    public static implicit operator InputList<T>(Output<T> value) => ImmutableArray.Create<Input<T>>(value);

    public static implicit operator InputList<T>(Input<T> value) => ImmutableArray.Create(value);

    public static implicit operator InputList<T>(T[] values) => Given(values?.Select(Plain));

    public static implicit operator InputList<T>(Output<T>[] values) => Given(values?.Select(Later));

    public static implicit operator InputList<T>(Input<T>[] values) => Given(values);

    public static implicit operator InputList<T>(List<T> values) => Given(values?.Select(Plain));

    public static implicit operator InputList<T>(List<Output<T>> values) => Given(values?.Select(Later));

    public static implicit operator InputList<T>(List<Input<T>> values) => Given(values);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Given(values, Plain);

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Given(values, Later);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(Output.Create(values));

    public static implicit operator InputList<T>(Output<T[]> values) => FromOutput(values);

    public static implicit operator InputList<T>(Output<List<T>> values) => FromOutput(values);

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => FromOutput(values);

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values)
        => new(values.Apply(elements => Given(elements, Plain)));

    /// <summary>The elements, once all are known; none while one of them is unknown.</summary>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var element in await Value.GetValueAsync([]).ConfigureAwait(false))
        {
            yield return element;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        $"The elements of an {nameof(InputList<T>)} are there only later; use {nameof(GetAsyncEnumerator)} (await foreach).");

    private static Output<ImmutableArray<T>> Flatten(Output<ImmutableArray<Input<T>>> elements)
        => elements.Apply(all => all.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Output.All(all));

    private static InputList<T> FromOutput<TList>(Output<TList> values)
        where TList : IEnumerable<T>
        => new(values.Apply(elements => Given(elements?.Select(Plain))));

    private static Output<ImmutableArray<Input<T>>> Join(
        Output<ImmutableArray<Input<T>>> first, Output<ImmutableArray<Input<T>>> second)
        => Output.Tuple(first, second).Apply(both => both.Item1.AddRange(both.Item2));

    private static ImmutableArray<Input<T>> Given(IEnumerable<Input<T>>? values) => values == null ? default : [.. values];

    private static ImmutableArray<Input<T>> Given<TElement>(ImmutableArray<TElement> values, Func<TElement, Input<T>> convert)
        => values.IsDefault ? default : [.. values.Select(convert)];

    private static Input<T> Plain(T value) => value;

    private static Input<T> Later(Output<T> value) => value;
}
