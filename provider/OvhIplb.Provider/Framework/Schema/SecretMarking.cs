using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Schema;

/// <summary>Wraps what is declared secret, so that no state shows it in the clear.</summary>
internal static class SecretMarking
{
    public static ObjectValue Mark(PropertyBag bag, IEnumerable<Property> declared)
    {
        var members = bag.Value.Members;
        foreach (var property in declared)
        {
            if (bag[property.Name] is { } value)
            {
                members = members.SetItem(property.Name, Mark(value, property));
            }
        }

        return new(members);
    }

    private static PropertyValue Mark(PropertyValue value, Property property) => (property, value) switch
    {
        ({ Secret: true }, not (SecretValue or UnknownValue or OutputValue { Secret: true })) => new SecretValue(value),
        ({ Type: PropertyType.ObjectList list }, ArrayValue array) => new ArrayValue([.. array.Items.Select(item =>
            item is ObjectValue members ? Mark(new PropertyBag(members), list.Type.Properties) : item)]),
        _ => value,
    };
}
