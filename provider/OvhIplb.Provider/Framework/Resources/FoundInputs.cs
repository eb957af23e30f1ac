using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>
/// The inputs that a Read answers. An input keeps the user's spelling while the object agrees with it, and becomes what was found
/// where the object differs: the engine compares later reads with these inputs, so drift is reported once.
/// </summary>
internal static class FoundInputs
{
    /// <param name="declared">The declared inputs.</param>
    /// <param name="saved">The saved inputs.</param>
    /// <param name="state">The state that was read.</param>
    public static PropertyBag Of(IEnumerable<Property> declared, PropertyBag saved, PropertyBag state) => declared
        .Where(property => !property.Local && !property.WriteOnly && state.Has(property) && Differs(property, saved, state))
        .Aggregate(saved, (inputs, property) => inputs.WithRaw(property.Name, Found(saved[property.Name], state[property.Name]!)));

    private static bool Differs(Property property, PropertyBag saved, PropertyBag state) =>
        // An input that the program leaves to the API cannot drift.
        (saved.Has(property) || property.DefaultValue is not null)
            && DeclaredValueDiff.Run(property, state[property.Name], saved[property.Name]).Any();

    private static PropertyValue Found(PropertyValue? saved, PropertyValue found) =>
        saved is { HasSecrets: true } && !found.HasSecrets ? new SecretValue(found) : found;
}
