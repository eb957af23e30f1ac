using System.Diagnostics.CodeAnalysis;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>
/// The properties of one object, read and written through their declarations. Immutable. Secret and output wrappers
/// are looked through. A null counts as absent.
/// </summary>
public sealed class PropertyBag(ObjectValue value)
{
    public static PropertyBag Empty { get; } = new(ObjectValue.Empty);

    public ObjectValue Value { get; } = value;

    /// <summary>Whether any part of any property is unknown, as only happens in a preview.</summary>
    public bool HasUnknowns => Value.HasUnknowns;

    /// <summary>The raw value under a name, or null where there is none.</summary>
    public PropertyValue? this[string name] =>
        Value.Members.TryGetValue(name, out var value) && value.Unwrapped is not NullValue ? value : null;

    /// <summary>Whether the property was given, be it unknown.</summary>
    public bool Has(Property property) => this[property.Name] is not null;

    /// <summary>Whether the property was given and any part of it is unknown.</summary>
    public bool IsUnknown(Property property) => this[property.Name] is { HasUnknowns: true };

    /// <summary>
    /// The value; where absent the declared default, and without one null, false, zero or empty, as the type has it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The value is unknown: ask <see cref="IsUnknown"/> first.</exception>
    public T? Get<T>(Property<T> property)
    {
        if ((this[property.Name] ?? property.DefaultValue) is not { } value)
        {
            return property.Absent;
        }

        return value.HasUnknowns
            ? throw new InvalidOperationException($"'{property.Name}' was read although it is unknown")
            : property.Read(value);
    }

    /// <summary>The value or the declared default.</summary>
    /// <exception cref="InvalidOperationException">There is neither, or the value is unknown.</exception>
    public T GetRequired<T>(Property<T> property) =>
        TryGet(property, out var value)
            ? value
            : throw new InvalidOperationException($"'{property.Name}' was read although it is {(Has(property) ? "unknown" : "absent")}");

    /// <summary>
    /// The value or the declared default, where one of them is there, known and of the declared type: a state may be another
    /// version's.
    /// </summary>
    public bool TryGet<T>(Property<T> property, [MaybeNullWhen(false)] out T value)
    {
        if ((this[property.Name] ?? property.DefaultValue) is { HasUnknowns: false } found
            && PropertyConversion.CanRead(property.Type, found))
        {
            value = property.Read(found);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>
    /// The bag with the property set. What is declared secret is marked when the bag is encoded; what the user made secret,
    /// and this bag therefore holds as a secret, stays one.
    /// </summary>
    public PropertyBag With<T>(Property<T> property, T value)
    {
        var written = property.Write(value);
        return WithRaw(property.Name, this[property.Name] is { HasSecrets: true } ? new SecretValue(written) : written);
    }

    /// <summary>The bag with the property set where there is a value, and left out where there is none.</summary>
    public PropertyBag WithOptional(Property<string> property, string? value) =>
        value is null ? Without(property) : With(property, value);

    /// <summary>The bag with the property set where there is a value, and left out where there is none.</summary>
    public PropertyBag WithOptional<T>(Property<T> property, T? value)
        where T : struct =>
        value is null ? Without(property) : With(property, value.Value);

    public PropertyBag Without(Property property) => new(new ObjectValue(Value.Members.Remove(property.Name)));

    /// <summary>The bag with these properties taken over from another bag as they are, unknowns and absence included.</summary>
    public PropertyBag WithFrom(PropertyBag other, params IEnumerable<Property> properties)
    {
        var members = Value.Members;
        foreach (var property in properties)
        {
            members = other[property.Name] is { } value ? members.SetItem(property.Name, value) : members.Remove(property.Name);
        }

        return new(new ObjectValue(members));
    }

    internal PropertyBag WithRaw(string name, PropertyValue value) => new(new ObjectValue(Value.Members.SetItem(name, value)));
}
