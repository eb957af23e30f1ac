using System.Collections.Immutable;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>
/// The differences that follow from the declarations alone: inputs that changed, and inputs that did not while the state
/// holds something else (drift). Drift is an update, never a replacement: where the id holds a property, the property replaces only
/// if the new value contradicts the id.
/// </summary>
internal static class DeclaredDiff
{
    /// <param name="declared">The declarations.</param>
    /// <param name="oldInputs">The saved inputs.</param>
    /// <param name="newInputs">The inputs that the program gives.</param>
    /// <param name="state">The saved state.</param>
    /// <param name="ignored">The changes that do not count.</param>
    /// <param name="isImported">Whether the state is that of an import.</param>
    /// <param name="identity">The inputs that the id holds; null or empty where it holds none.</param>
    public static ImmutableArray<PropertyDifference> Run(
        IEnumerable<Property> declared,
        PropertyBag oldInputs,
        PropertyBag newInputs,
        PropertyBag state,
        IgnoredChanges ignored,
        bool isImported = false,
        PropertyBag? identity = null)
    {
        var differences = ImmutableArray.CreateBuilder<PropertyDifference>();
        var all = declared.ToList();
        var lacksWritten = all.Exists(property => property is { WriteOnly: true, Required: true } && !oldInputs.Has(property));
        foreach (var property in all.Where(property => !property.ComparedElsewhere && !(lacksWritten && property.WriteOnly)
            && !(isImported && IsFirstGiven(property, oldInputs, newInputs, state))))
        {
            var before = differences.Count;
            var isIdentified = identity?.Has(property) == true;
            var contradictsId = isIdentified && DeclaredValueDiff.Run(property, identity![property.Name], newInputs[property.Name]).Any();
            differences.AddRange(DeclaredValueDiff
                .Run(property, oldInputs[property.Name], newInputs[property.Name])
                .Where(difference => !ignored.Covers(difference.Path))
                .Select(difference => difference with { Replace = isIdentified ? contradictsId : property.ReplaceOnChange }));
            if (differences.Count == before)
            {
                // The old value shown is then that of the state.
                if (contradictsId && !newInputs.IsUnknown(property) && !ignored.Covers(property.Name))
                {
                    differences.Add(new(property.Name, Replace: true));
                }
                else if (HasDrifted(property, state, newInputs, ignored))
                {
                    differences.Add(new(property.Name));
                }
            }
        }

        return differences.ToImmutable();
    }

    /// <summary>
    /// What an import could not read is not known to differ: what only this provider knows, and what is as it was found. The option that
    /// imports fails at any difference.
    /// </summary>
    private static bool IsFirstGiven(Property property, PropertyBag oldInputs, PropertyBag newInputs, PropertyBag state) =>
        !oldInputs.Has(property)
        && newInputs[property.Name] is not { HasUnknowns: true }
        && (property.Local || (state[property.Name] is { } held && newInputs[property.Name] is { } given
            && !DeclaredValueDiff.Run(property, held, given).Any()));

    private static bool HasDrifted(Property property, PropertyBag state, PropertyBag newInputs, IgnoredChanges ignored)
    {
        // What nobody asked for cannot drift, nor can what no API call returns; and what is unknown is not known to have.
        if (property.Local || state[property.Name] is not { } held
            || (newInputs[property.Name] ?? property.DefaultValue) is not { HasUnknowns: false })
        {
            return false;
        }

        return DeclaredValueDiff
            .Run(property, held, newInputs[property.Name])
            .Any(difference => !ignored.Covers(difference.Path));
    }
}
