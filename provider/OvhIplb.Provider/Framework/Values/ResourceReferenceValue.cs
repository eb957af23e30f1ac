
namespace OvhIplb.Provider.Framework.Values;

/// <summary>A resource given as a value.</summary>
/// <param name="Urn">The URN of the resource.</param>
/// <param name="Id">The id, itself possibly unknown; null where the resource is a component.</param>
/// <param name="PackageVersion">The version of the package the resource belongs to; empty where it is not said.</param>
public sealed record ResourceReferenceValue(string Urn, PropertyValue? Id, string PackageVersion) : PropertyValue;
