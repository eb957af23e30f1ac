
namespace OvhIplb.Provider.Framework.Resources;

/// <summary>Why an input is refused.</summary>
/// <param name="Path">The path of the property, for example <c>fqdns[1]</c>; empty where it is about no single property.</param>
/// <param name="Reason">The reason, in words for the user, and what to do.</param>
public sealed record CheckFailure(string Path, string Reason);
