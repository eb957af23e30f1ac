using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>The form of a value in which two spellings of the same thing are equal.</summary>
internal static class NormalForm
{
    /// <summary>
    /// Of what was given, else of the default, else of nothing: for lists and maps that is an empty one. Values of a
    /// wrong type stay as they are.
    /// </summary>
    public static PropertyValue Of(Property property, PropertyValue? value) =>
        (property.Type, (value ?? property.DefaultValue)?.Unwrapped) switch
        {
            (PropertyType.TextList or PropertyType.ObjectList, null or NullValue) => ArrayValue.Empty,
            (PropertyType.TextMap, null or NullValue) => ObjectValue.Empty,
            (PropertyType.TextList, ArrayValue array) => new ArrayValue([.. array.Items.Select(item => OfText(property, item))]),
            (PropertyType.TextMap, ObjectValue map) => ObjectValue.Of(map.Members
                .Where(static member => member.Value.Unwrapped is not NullValue)
                .Select(member => (member.Key, OfText(property, member.Value)))),
            (_, StringValue text) => OfText(property, text),
            (_, var other) => other ?? NullValue.Instance,
        };

    private static PropertyValue OfText(Property property, PropertyValue value) =>
        value.Unwrapped is StringValue text && property.Normalize is { } normalize && property.Check?.Invoke(text.Value) is null
            ? new StringValue(normalize(text.Value))
            : value.Unwrapped;
}
