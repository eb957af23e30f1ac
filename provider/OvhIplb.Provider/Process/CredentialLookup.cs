using OvhIplb.Api.Configuration;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Process;

/// <summary>Settles endpoint and credentials from the provider's configuration, the environment and <c>ovh.conf</c>.</summary>
internal sealed class CredentialLookup(CredentialSources sources)
{
    /// <summary>Whether all that decides about credentials is known; in a preview it may not be.</summary>
    public static bool IsDecidable(PropertyBag configuration) => !ConfigurationSchema.OfTheApi.Any(configuration.IsUnknown);

    public Resolution Resolve(PropertyBag configuration) => sources.Resolve(name =>
        configuration.Get(ConfigurationSchema.OfTheApi.Single(property => property.Name == name)));

    public static IEnumerable<CheckFailure> Failures(Resolution resolution) =>
        resolution.Faults.Select(static fault => new CheckFailure(fault.Setting, fault.Reason));
}
