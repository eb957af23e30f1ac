using Pulumi;

namespace OvhIplb.Components;

/// <summary>Ties a class to its type token and to the version of this SDK.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OvhIplbResourceTypeAttribute(string type) : ResourceTypeAttribute(type, Utilities.Version);
