using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>
/// How one property changed, compared in normal forms, with a path for each element that did: that is what the engine
/// shows. Whether a value is secret makes no difference.
/// </summary>
internal static class DeclaredValueDiff
{
    /// <param name="property">The declaration.</param>
    /// <param name="old">What was given before; null where nothing was.</param>
    /// <param name="now">What is given now; null where nothing is.</param>
    public static IEnumerable<PropertyDifference> Run(Property property, PropertyValue? old, PropertyValue? now)
    {
        var left = NormalForm.Of(property, old);
        var right = NormalForm.Of(property, now);
        if (!property.RemovalsCount && left is ObjectValue all && right is ObjectValue kept)
        {
            left = ObjectValue.Of(
                all.Members.Where(member => kept.Members.ContainsKey(member.Key)).Select(static member => (member.Key, member.Value)));
        }

        return (property.Type, left, right) switch
        {
            _ when AreEqual(property, left, right) => [],
            _ when old is null => [Difference(property, property.Name, DifferenceKind.Add)],
            _ when now is null => [Difference(property, property.Name, DifferenceKind.Delete)],
            (PropertyType.TextList { IsSet: true }, ArrayValue before, ArrayValue after) => OfSets(property, before, after),
            (PropertyType.TextList or PropertyType.ObjectList, ArrayValue before, ArrayValue after) => OfLists(property, before, after),
            (PropertyType.TextMap, ObjectValue before, ObjectValue after) => OfMaps(property, before, after),
            _ => [Difference(property, property.Name, DifferenceKind.Update)],
        };
    }

    private static bool AreEqual(Property property, PropertyValue left, PropertyValue right) =>
        property.Type is PropertyType.TextList { IsSet: true } && left is ArrayValue before && right is ArrayValue after
            ? Set(before).SetEquals(after.Items)
            : PropertyValueComparer.Instance.Equals(left, right);

    private static HashSet<PropertyValue> Set(ArrayValue array) => new(array.Items, PropertyValueComparer.Instance);

    // A removed element has its place in the old list, an added one in the new list. Where both fall on the same index the
    // wire has room for one entry only, and "old[i] becomes new[i]" is exactly what the engine then shows.
    private static IEnumerable<PropertyDifference> OfSets(Property property, ArrayValue before, ArrayValue after)
    {
        var removed = Missing(before, Set(after));
        var added = Missing(after, Set(before));
        return removed.Union(added).Order().Select(index => Difference(
            property,
            PropertyPath.Element(property.Name, index),
            Kind(removed.Contains(index), added.Contains(index))));
    }

    private static HashSet<int> Missing(ArrayValue array, HashSet<PropertyValue> others)
    {
        var seen = new HashSet<PropertyValue>(PropertyValueComparer.Instance);
        return
        [
            .. Enumerable.Range(0, array.Items.Length)
                .Where(index => !others.Contains(array.Items[index]) && seen.Add(array.Items[index])),
        ];
    }

    private static IEnumerable<PropertyDifference> OfLists(Property property, ArrayValue before, ArrayValue after)
    {
        for (var index = 0; index < Math.Max(before.Items.Length, after.Items.Length); index++)
        {
            var wasThere = index < before.Items.Length;
            var isThere = index < after.Items.Length;
            if (!wasThere || !isThere || !PropertyValueComparer.Instance.Equals(before.Items[index], after.Items[index]))
            {
                yield return Difference(property, PropertyPath.Element(property.Name, index), Kind(wasThere, isThere));
            }
        }
    }

    private static IEnumerable<PropertyDifference> OfMaps(Property property, ObjectValue before, ObjectValue after) => before.Members.Keys
        .Union(after.Members.Keys, StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Where(key => !PropertyValueComparer.Instance.Equals(before.Members.GetValueOrDefault(key), after.Members.GetValueOrDefault(key)))
        .Select(key => Difference(
            property,
            PropertyPath.Key(property.Name, key),
            Kind(before.Members.ContainsKey(key), after.Members.ContainsKey(key))));

    private static DifferenceKind Kind(bool wasThere, bool isThere) => (wasThere, isThere) switch
    {
        (false, _) => DifferenceKind.Add,
        (_, false) => DifferenceKind.Delete,
        _ => DifferenceKind.Update,
    };

    // A path into a collection is a place in the inputs: the state may hold the elements in another order.
    private static PropertyDifference Difference(Property property, string path, DifferenceKind kind) => new(
        path,
        kind,
        FromInputs: property.Type is PropertyType.TextList or PropertyType.TextMap or PropertyType.ObjectList);
}
