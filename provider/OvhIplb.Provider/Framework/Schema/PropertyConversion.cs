using System.Collections.Immutable;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>From values that Check has accepted to the types that entities use.</summary>
internal static class PropertyConversion
{
    /// <summary>Whether a known value is of the type, so that reading it succeeds.</summary>
    public static bool CanRead(PropertyType type, PropertyValue value) => (type, value.Unwrapped) switch
    {
        (PropertyType.Text or PropertyType.Choice, StringValue) => true,
        (PropertyType.Boolean, BooleanValue) => true,
        (PropertyType.Number, NumberValue) => true,
        (PropertyType.Integer, NumberValue number) => IsWhole(number),
        (PropertyType.TextList, ArrayValue array) => array.Items.All(static item => item.Unwrapped is StringValue),
        (PropertyType.TextMap, ObjectValue map) => map.Members.Values.All(static member => member.Unwrapped is StringValue or NullValue),
        (PropertyType.ObjectList, ArrayValue array) => array.Items.All(static item => item.Unwrapped is ObjectValue),
        _ => false,
    };

    public static string ReadString(PropertyValue value) =>
        value.Unwrapped is StringValue text ? text.Value : throw Mismatch("a string", value);

    public static bool ReadBoolean(PropertyValue value) =>
        value.Unwrapped is BooleanValue boolean ? boolean.Value : throw Mismatch("a boolean", value);

    public static double ReadNumber(PropertyValue value) =>
        value.Unwrapped is NumberValue number ? number.Value : throw Mismatch("a number", value);

    public static long ReadInteger(PropertyValue value) =>
        value.Unwrapped is NumberValue number && IsWhole(number)
            ? (long)number.Value
            : throw Mismatch("a whole number", value);

    public static ImmutableArray<string> ReadStrings(PropertyValue value) =>
        value.Unwrapped is ArrayValue array ? [.. array.Items.Select(ReadString)] : throw Mismatch("a list of strings", value);

    public static ImmutableSortedDictionary<string, string> ReadStringMap(PropertyValue value) =>
        value.Unwrapped is ObjectValue map
            ? map.Members
                .Where(static member => member.Value.Unwrapped is not NullValue)
                .ToImmutableSortedDictionary(static member => member.Key, static member => ReadString(member.Value), StringComparer.Ordinal)
            : throw Mismatch("a map of strings", value);

    public static PropertyValue WriteStringMap(ImmutableSortedDictionary<string, string> map) =>
        ObjectValue.Of(map.Select(static entry => (entry.Key, PropertyValue.From(entry.Value))));

    public static ImmutableArray<PropertyBag> ReadObjects(PropertyValue value) =>
        value.Unwrapped is ArrayValue array
            ? [.. array.Items.Select(static item => item.Unwrapped is ObjectValue members
                ? new PropertyBag(members)
                : throw Mismatch("an object", item))]
            : throw Mismatch("a list of objects", value);

    private static bool IsWhole(NumberValue number) => double.IsInteger(number.Value) && Math.Abs(number.Value) <= 9007199254740992d;

    // The kind only, never the value: it may be secret.
    private static InvalidOperationException Mismatch(string expected, PropertyValue value) =>
        new($"expected {expected} but found a {value.Unwrapped.GetType().Name}");
}
