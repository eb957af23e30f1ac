using System.Globalization;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>Checks one value against the declaration of its property.</summary>
internal static class DeclaredValueCheck
{
    public static void Run(Property property, PropertyValue value, CheckFailures failures) =>
        Run(property, property.Name, value, failures);

    private static void Run(Property property, string path, PropertyValue value, CheckFailures failures)
    {
        switch (property.Type, value.Unwrapped)
        {
            case (_, UnknownValue):
            case (PropertyType.Boolean, BooleanValue):
            case (PropertyType.Integer, NumberValue { Value: >= -9007199254740992d and <= 9007199254740992d } number)
                when double.IsInteger(number.Value):
                break;
            case (PropertyType.Number, NumberValue number):
                CheckRange(property, path, number.Value, failures);
                break;
            case (PropertyType.Integer, NumberValue):
                failures.Add(path, "must be a whole number (of at most 2^53)");
                break;
            case (PropertyType.Text, StringValue text):
                CheckText(property, path, text.Value, failures);
                break;
            case (PropertyType.Choice choice, StringValue text):
                CheckChoice(choice.Type, path, text.Value, failures);
                break;
            case (PropertyType.TextList, ArrayValue array):
                CheckElements(property, value, array, path, failures, element => CheckText(property, element.Path, element.Text, failures));
                break;
            case (PropertyType.TextMap, ObjectValue map):
                CheckEntries(property, property.Secret || value.HasSecrets, map, path, failures);
                break;
            case (PropertyType.ObjectList list, ArrayValue array):
                CheckObjects(list.Type, array, path, failures);
                break;
            case (PropertyType.Text, NumberValue or BooleanValue) when !property.Secret && !value.HasSecrets:
                failures.Add(path, MustBeQuoted(value.Unwrapped));
                break;
            default:
                failures.Add(path, $"must be {Expected(property.Type)}, not {Found(value.Unwrapped)}");
                break;
        }
    }

    /// <summary>In YAML, and where a program leaves types open, what looks like a number is one.</summary>
    private static string MustBeQuoted(PropertyValue value)
    {
        var text = value is NumberValue number
            ? number.Value.ToString(CultureInfo.InvariantCulture)
            : value is BooleanValue { Value: true } ? "true" : "false";
        return $"must be a string, not {Found(value)}; write \"{text}\", with quotes";
    }

    private static void CheckRange(Property property, string path, double number, CheckFailures failures)
    {
        if (property.Range is { } range && !(number >= range.Least && number <= range.Most))
        {
            failures.Add(path, FormattableString.Invariant($"is {number}; it may be {range}"));
        }
    }

    private static void CheckText(Property property, string path, string text, CheckFailures failures)
    {
        if (property.Check?.Invoke(text) is { } reason)
        {
            failures.Add(path, reason);
        }
    }

    private static void CheckChoice(EnumType type, string path, string text, CheckFailures failures)
    {
        if (!type.Values.Contains(text, StringComparer.Ordinal))
        {
            failures.Add(path, $"must be one of {string.Join(", ", type.Values)}");
        }
    }

    private static void CheckElements(
        Property property, PropertyValue list, ArrayValue array, string path, CheckFailures failures,
        Action<(string Path, string Text)> check)
    {
        for (var index = 0; index < array.Items.Length; index++)
        {
            CheckTextOrUnknown(array.Items[index], property.Secret || list.HasSecrets, PropertyPath.Element(path, index), failures, check);
        }
    }

    private static void CheckEntries(Property property, bool isSecret, ObjectValue map, string path, CheckFailures failures)
    {
        foreach (var (key, value) in map.Members.Where(static member => member.Value.Unwrapped is not NullValue))
        {
            CheckTextOrUnknown(
                value, isSecret, PropertyPath.Key(path, key), failures, entry => CheckText(property, entry.Path, entry.Text, failures));
        }
    }

    private static void CheckTextOrUnknown(
        PropertyValue value, bool isSecret, string path, CheckFailures failures, Action<(string Path, string Text)> check)
    {
        switch (value.Unwrapped)
        {
            case StringValue text:
                check((path, text.Value));
                break;
            case NumberValue or BooleanValue when !isSecret:
                failures.Add(path, MustBeQuoted(value.Unwrapped));
                break;
            case not UnknownValue:
                failures.Add(path, $"must be a string, not {Found(value.Unwrapped)}");
                break;
        }
    }

    private static void CheckObjects(ObjectType type, ArrayValue array, string path, CheckFailures failures)
    {
        for (var index = 0; index < array.Items.Length; index++)
        {
            var element = PropertyPath.Element(path, index);
            switch (array.Items[index].Unwrapped)
            {
                case UnknownValue:
                    break;
                case ObjectValue members:
                    var found = new CheckFailures();
                    DeclaredCheck.Run(new PropertyBag(members), type.Properties, found);
                    foreach (var failure in found.All)
                    {
                        failures.Add(failure.Path.StartsWith('[') ? element + failure.Path : $"{element}.{failure.Path}", failure.Reason);
                    }

                    break;
                case var other:
                    failures.Add(element, $"must be an object, not {Found(other)}");
                    break;
            }
        }
    }

    private static string Expected(PropertyType type) => type switch
    {
        PropertyType.Boolean => "true or false",
        PropertyType.Integer => "a whole number",
        PropertyType.Number => "a number",
        PropertyType.TextList => "a list of strings",
        PropertyType.TextMap => "a map of strings",
        PropertyType.ObjectList => "a list of objects",
        _ => "a string",
    };

    private static string Found(PropertyValue value) => value switch
    {
        BooleanValue => "a boolean",
        NumberValue => "a number",
        StringValue => "a string",
        ArrayValue => "a list",
        ObjectValue => "an object",
        ResourceReferenceValue => "a resource (pass one of its outputs, such as its id)",
        _ => "null",
    };
}
