using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A map argument. Takes values, outputs, whole maps and outputs of maps, also in a collection initialiser:
/// <c>Tags = { { "env", "test" }, { "zone", zone.Name } }</c>.
/// </summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Output<ImmutableDictionary<string, Input<TValue>>> _elements;

    /// <summary>An empty map.</summary>
    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> elements) => _elements = elements;

    private protected override object? Content => _elements;

    /// <summary>Adds an entry; a key that is there with another value is an error.</summary>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>Adds an entry; a key that is there with another value is an error.</summary>
    public void Add(string key, Input<TValue> value) => _elements = _elements.Apply(elements => elements.Add(key, value));

    /// <summary>Adds the entries of another map. For collection initialisers.</summary>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <summary>Adds the entries of another map; a key that both have with different values is an error.</summary>
    public void AddRange(InputMap<TValue> values)
        => _elements = Output.Tuple(_elements, values._elements).Apply(both => both.Item1.AddRange(both.Item2));

    /// <summary>A new map with the entries of both; where both have a key, the second one's value is taken.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
        => new(Output.Tuple(first._elements, second._elements).Apply(both => both.Item1.SetItems(both.Item2)));

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => FromOutput(Output.Create(values));

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values)
        => FromOutput(Output.Create(values));

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => FromOutput(values);

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => FromOutput(values);

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => FromOutput(values);

    /// <summary>The entries, once it is known which there are; none while that is unknown.</summary>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var elements = await _elements.GetValueAsync(ImmutableDictionary<string, Input<TValue>>.Empty).ConfigureAwait(false);
        foreach (var (key, element) in elements)
        {
            yield return element.Apply(value => KeyValuePair.Create(key, value));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        $"The entries of an {nameof(InputMap<TValue>)} are there only later; use {nameof(GetAsyncEnumerator)} (await foreach).");

    internal override Output<ImmutableDictionary<string, TValue>> AsOutput() => _elements.Apply(elements =>
    {
        var keys = elements.Keys.ToArray();
        return Output.All(keys.Select(key => elements[key])).Apply(
            values => keys.Zip(values).ToImmutableDictionary(entry => entry.First, entry => entry.Second));
    });

    private static InputMap<TValue> FromOutput<TMap>(Output<TMap> values)
        where TMap : IEnumerable<KeyValuePair<string, TValue>>
        => new(values.Apply(entries => entries.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value)));
}
