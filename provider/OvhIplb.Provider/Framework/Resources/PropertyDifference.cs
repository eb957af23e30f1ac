
namespace OvhIplb.Provider.Framework.Resources;

/// <summary>One line of a detailed diff.</summary>
/// <param name="Path">The path of the property, for example <c>fqdns[1]</c>. Use an input's: the engine shows no other sensibly.</param>
/// <param name="Kind">What happens to it.</param>
/// <param name="Replace">Whether it takes a new object.</param>
/// <param name="DeleteFirst">Where it takes a new object: whether the old one has to go before that can be made.</param>
/// <param name="FromInputs">Whether the old value shown is that of the old inputs; otherwise that of the old state.</param>
public sealed record PropertyDifference(
    string Path,
    DifferenceKind Kind = DifferenceKind.Update,
    bool Replace = false,
    bool DeleteFirst = false,
    bool FromInputs = false);
