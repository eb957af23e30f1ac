using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>All that the plugin serves. The rpc service knows this and nothing behind it.</summary>
public interface IPackage
{
    PackageDeclaration Declaration { get; }

    IReadOnlyList<IResource> Resources { get; }

    IReadOnlyList<IFunction> Functions { get; }

    /// <summary>Checks of the configuration beyond the declared ones. Must cope with unknowns.</summary>
    void CheckConfiguration(PropertyBag configuration, CheckFailures failures)
    {
    }

    /// <summary>
    /// Differences beyond changed values. One that says <see cref="PropertyDifference.Replace"/> replaces every resource of
    /// this provider, so only another endpoint or account may say so.
    /// </summary>
    IEnumerable<PropertyDifference> DiffConfiguration(PropertyBag oldConfiguration, PropertyBag newConfiguration) => [];

    /// <summary>Takes the configuration. Tolerates unknowns, which then fail only the operation that needs them.</summary>
    /// <exception cref="MissingConfigurationException">Something is missing without which nothing works.</exception>
    Task ConfigureAsync(PropertyBag configuration, CancellationToken cancellationToken);
}
