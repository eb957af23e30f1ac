using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>The provider lacks configuration without which it can do nothing. The engine says for each key how to set it.</summary>
public sealed class MissingConfigurationException(IReadOnlyList<Property> missing)
    : Exception($"missing configuration: {string.Join(", ", missing.Select(static property => property.Name))}")
{
    public IReadOnlyList<Property> Missing { get; } = missing;
}
