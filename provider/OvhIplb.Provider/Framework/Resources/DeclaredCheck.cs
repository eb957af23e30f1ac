using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>
/// Checks inputs against their declarations and says all that is wrong at once. Unknowns pass; nothing is changed and no
/// default is filled in. No reason quotes a value that may be secret.
/// </summary>
internal static class DeclaredCheck
{
    /// <summary>Adds the failures and answers the properties that have none, which further checks may read.</summary>
    /// <param name="inputs">What the program gave.</param>
    /// <param name="declared">What it may give.</param>
    /// <param name="failures">Where failures are added.</param>
    /// <param name="oldInputs">What it gave last; empty or null where there is no such run.</param>
    /// <param name="isTolerated">Keys that are not declared and still in order.</param>
    public static PropertyBag Run(
        PropertyBag inputs,
        IReadOnlyCollection<Property> declared,
        CheckFailures failures,
        PropertyBag? oldInputs = null,
        Func<string, bool>? isTolerated = null)
    {
        CheckNames(inputs, declared, failures, isTolerated);
        var wellFormed = PropertyBag.Empty;
        foreach (var property in declared)
        {
            var before = failures.All.Count;
            if (IsFoundEmpty(property, inputs, oldInputs))
            {
                continue;
            }

            if (inputs[property.Name] is { } value)
            {
                DeclaredValueCheck.Run(property, value, failures);
            }
            else if (property.Required && !IsImportedWithout(property, oldInputs))
            {
                failures.Add(property, $"'{property.Name}' is required but was not given");
            }

            if (failures.All.Count == before)
            {
                wellFormed = wellFormed.WithFrom(inputs, property);
            }
        }

        return wellFormed;
    }

    /// <summary>
    /// Nothing has to be made of an object that is there, so what an import could not read may be missing until it has to.
    /// </summary>
    private static bool IsImportedWithout(Property property, PropertyBag? oldInputs) =>
        property.WriteOnly && oldInputs is { Value.Members.IsEmpty: false } && !oldInputs.Has(property);

    /// <summary>A Read leaves an empty text where it found nothing, and `ignoreChanges` makes the engine hand it back.</summary>
    private static bool IsFoundEmpty(Property property, PropertyBag inputs, PropertyBag? oldInputs) =>
        inputs[property.Name]?.Unwrapped is StringValue { Value.Length: 0 }
            && oldInputs?[property.Name]?.Unwrapped is StringValue { Value.Length: 0 };

    private static void CheckNames(
        PropertyBag inputs, IReadOnlyCollection<Property> declared, CheckFailures failures, Func<string, bool>? isTolerated)
    {
        foreach (var name in inputs.Value.Members.Keys)
        {
            // Names with two underscores are the engine's and the SDKs' own: __defaults, __internal.
            if (name.StartsWith("__", StringComparison.Ordinal)
                || inputs[name] is null
                || isTolerated?.Invoke(name) == true
                || declared.Any(property => property.Name == name))
            {
                continue;
            }

            var meant = NearestName.Of(name, declared.Select(static property => property.Name));
            failures.Add(
                PropertyPath.Key("", name),
                meant is null
                    ? $"unknown property '{name}'; known are {string.Join(", ", declared.Select(static property => property.Name))}"
                    : $"unknown property '{name}'; did you mean '{meant}'?");
        }
    }
}
