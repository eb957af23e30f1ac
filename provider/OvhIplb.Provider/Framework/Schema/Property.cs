using System.Collections.Immutable;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>
/// The one declaration of a property. The entry in the package schema, Check, Diff, secret marking and typed reading
/// and writing all come from it.
/// </summary>
public abstract record Property
{
    private protected Property(string name, PropertyType type)
    {
        Name = name;
        Type = type;
    }

    /// <summary>The name on the wire, camelCase.</summary>
    public string Name { get; }

    public PropertyType Type { get; }

    /// <summary>What it is, with units and allowed values, as shown in documentation.</summary>
    public string Description { get; init; } = "";

    /// <summary>As an input: must be given. As an output: is always there.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it is marked secret in the schema and in the state.</summary>
    public bool Secret { get; init; }

    /// <summary>
    /// Of a secret: whether a text holds one like it, wherever it was given; null where any text might be one, unless it is where another
    /// property belongs.
    /// </summary>
    public Func<string, bool>? Recognize { get; init; }

    /// <summary>
    /// Whether the API never gives an input back: what was imported lacks it, in its inputs and in its state, until the program gives it.
    /// </summary>
    public bool WriteOnly { get; init; }

    /// <summary>
    /// Whether an input says what this provider does, and nothing of it is known to the API: no import can tell what it was.
    /// </summary>
    public bool Local { get; init; }

    /// <summary>Whether a changed input asks for a new object instead of an update.</summary>
    public bool ReplaceOnChange { get; init; }

    /// <summary>Whether the resource itself says when an input has changed, as what it means depends on others.</summary>
    public bool ComparedElsewhere { get; init; }

    /// <summary>For maps: whether taking an entry out is a change.</summary>
    public bool RemovalsCount { get; init; } = true;

    /// <summary>
    /// For strings and for each string of a list or map: the reason why the value is refused, or null where it is fine.
    /// </summary>
    public Func<string, string?>? Check { get; init; }

    /// <summary>For numbers: which are allowed; null for any.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>
    /// For strings and for each string of a list or map: the form in which two spellings of the same thing are equal.
    /// Only called with values that <see cref="Check"/> accepts.
    /// </summary>
    public Func<string, string>? Normalize { get; init; }

    /// <summary>What an absent input means; null where absence means nothing in particular.</summary>
    public PropertyValue? DefaultValue { get; private protected init; }

    public static Property<string> String(string name, string description) => new(
        name, new PropertyType.Text(), null, PropertyConversion.ReadString, PropertyValue.From)
    { Description = description };

    public static Property<string> Choice(string name, EnumType type, string description) => new(
        name, new PropertyType.Choice(type), null, PropertyConversion.ReadString, PropertyValue.From)
    { Description = description };

    public static Property<bool> Boolean(string name, string description) => new(
        name, new PropertyType.Boolean(), false, PropertyConversion.ReadBoolean, PropertyValue.From)
    { Description = description };

    public static Property<long> Integer(string name, string description) => new(
        name,
        new PropertyType.Integer(),
        0,
        PropertyConversion.ReadInteger,
        static value => PropertyValue.From((double)value))
    { Description = description };

    public static Property<double> Number(string name, string description) => new(
        name, new PropertyType.Number(), 0, PropertyConversion.ReadNumber, PropertyValue.From)
    { Description = description };

    /// <summary>A list of strings in which order and repetition count.</summary>
    public static Property<ImmutableArray<string>> Strings(string name, string description) => List(name, description, isSet: false);

    /// <summary>A list of strings in which order and repetition mean nothing.</summary>
    public static Property<ImmutableArray<string>> StringSet(string name, string description) => List(name, description, isSet: true);

    public static Property<ImmutableSortedDictionary<string, string>> StringMap(string name, string description) => new(
        name,
        new PropertyType.TextMap(),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        PropertyConversion.ReadStringMap,
        PropertyConversion.WriteStringMap)
    { Description = description };

    public static Property<ImmutableArray<PropertyBag>> Objects(string name, ObjectType type, string description) => new(
        name,
        new PropertyType.ObjectList(type),
        ImmutableArray<PropertyBag>.Empty,
        PropertyConversion.ReadObjects,
        static bags => PropertyValue.From(bags.Select(static bag => bag.Value)))
    { Description = description };

    private static Property<ImmutableArray<string>> List(string name, string description, bool isSet) => new(
        name,
        new PropertyType.TextList(isSet),
        ImmutableArray<string>.Empty,
        PropertyConversion.ReadStrings,
        static items => PropertyValue.From(items))
    { Description = description };
}
