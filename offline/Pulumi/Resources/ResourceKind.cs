namespace Pulumi;

/// <summary>How a resource is registered.</summary>
/// <param name="IsCustom">A provider creates it, as opposed to a component, which only groups others.</param>
/// <param name="IsRemote">A component that a provider constructs.</param>
/// <param name="IsStack">The root of all others.</param>
/// <param name="Package">The parameterised package its provider belongs to.</param>
internal readonly record struct ResourceKind(
    bool IsCustom, bool IsRemote = false, bool IsStack = false, RegisterPackageRequest? Package = null);
