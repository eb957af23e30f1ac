using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>A declared property whose values an entity reads and writes as <typeparamref name="T"/>.</summary>
public sealed record Property<T> : Property
{
    private readonly Func<PropertyValue, T> _read;
    private readonly Func<T, PropertyValue> _write;

    internal Property(string name, PropertyType type, T? absent, Func<PropertyValue, T> read, Func<T, PropertyValue> write)
        : base(name, type)
    {
        Absent = absent;
        _read = read;
        _write = write;
    }

    /// <summary>What an absent input means, the same in every environment. Check never writes it into the inputs.</summary>
    public T Default
    {
        init => DefaultValue = _write(value);
    }

    /// <summary>What reading an absent value without a default gives: null, false, zero or empty.</summary>
    internal T? Absent { get; }

    internal T Read(PropertyValue value) => _read(value);

    internal PropertyValue Write(T value) => _write(value);
}
