using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A map argument. Takes values, outputs, whole maps and outputs of maps, also in a collection initialiser:
/// <c>Tags = { { "env", "test" }, { "zone", zone.Name } }</c>.
/// </summary>
/// <remarks>
/// A null map is taken and stays null: it is serialised as if the argument were absent, while reading its entries or adding
/// to it fails.
/// </remarks>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Output<ImmutableDictionary<string, Input<TValue>>> _elements;

    /// <summary>An empty map.</summary>
    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> elements)
        : base(Flatten(elements))
        => _elements = elements;

    private protected override object? Content => _elements;

    private Output<ImmutableDictionary<string, Input<TValue>>> Elements
    {
        set => (_elements, Value) = (value, Flatten(value));
    }

    /// <summary>Adds an entry; a key that is there with another value is an error.</summary>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>Adds an entry; a key that is there with another value is an error once both values are known.</summary>
    public void Add(string key, Input<TValue> value) => Elements = _elements.Apply(elements =>
        elements.TryGetValue(key, out var there) ? elements.SetItem(key, Same(key, there, value)) : elements.Add(key, value));

    /// <summary>Adds the entries of another map. For collection initialisers.</summary>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <summary>Adds the entries of another map; a key that both have is an error.</summary>
    public void AddRange(InputMap<TValue> values)
        => Elements = Output.Tuple(_elements, values._elements).Apply(both => both.Item1.AddRange(both.Item2));

    /// <summary>A new map with the entries of both; where both have a key, the second one's value is taken.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
        => new(Output.Tuple(first._elements, second._elements).Apply(both => both.Item1.SetItems(both.Item2)));

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => FromOutput(Output.Create(values));

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values)
        => FromOutput(Output.Create(values));

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => FromOutput(values);

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => FromOutput(values);

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => FromOutput(values);

    /// <summary>The entries, once all are known; none while one of them is unknown.</summary>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var entry in await Value.GetValueAsync(ImmutableDictionary<string, TValue>.Empty).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        $"The entries of an {nameof(InputMap<TValue>)} are there only later; use {nameof(GetAsyncEnumerator)} (await foreach).");

    private static Output<ImmutableDictionary<string, TValue>> Flatten(Output<ImmutableDictionary<string, Input<TValue>>> elements)
        => elements.Apply(all => all == null
            ? Output.Create(default(ImmutableDictionary<string, TValue>)!)
            : Output.All(all.Select(entry => entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value))))
                .Apply(entries => ImmutableDictionary.CreateRange(entries)));

    private static Input<TValue> Same(string key, Input<TValue> there, Input<TValue> value)
        => Output.Tuple(there, value).Apply(both => EqualityComparer<TValue>.Default.Equals(both.Item1, both.Item2)
            ? both.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));

    private static InputMap<TValue> FromOutput<TMap>(Output<TMap> values)
        where TMap : IEnumerable<KeyValuePair<string, TValue>>
        => new(values.Apply(entries => entries?.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value)!));
}
