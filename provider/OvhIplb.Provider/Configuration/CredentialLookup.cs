using OvhIplb.Api.Configuration;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.Configuration;

/// <summary>Settles endpoint and credentials from the provider's configuration, the environment and <c>ovh.conf</c>.</summary>
internal sealed class CredentialLookup(CredentialSources sources)
{
    private static readonly Property<string>[] Looked =
    [
        Properties.Endpoint,
        Properties.ApplicationKey,
        Properties.ApplicationSecret,
        Properties.ConsumerKey,
        Properties.ClientId,
        Properties.ClientSecret,
        Properties.TokenUrl,
        Properties.AccessToken,
    ];

    /// <summary>Whether all that decides about credentials is known; in a preview it may not be.</summary>
    public static bool IsDecidable(PropertyBag configuration) => !Looked.Any(configuration.IsUnknown);

    public Resolution Resolve(PropertyBag configuration) => sources.Resolve(new Settings
    {
        Endpoint = configuration.Get(Properties.Endpoint),
        ApplicationKey = configuration.Get(Properties.ApplicationKey),
        ApplicationSecret = configuration.Get(Properties.ApplicationSecret),
        ConsumerKey = configuration.Get(Properties.ConsumerKey),
        ClientId = configuration.Get(Properties.ClientId),
        ClientSecret = configuration.Get(Properties.ClientSecret),
        TokenUrl = configuration.Get(Properties.TokenUrl),
        AccessToken = configuration.Get(Properties.AccessToken),
    });

    public static IEnumerable<CheckFailure> Failures(Resolution resolution) =>
        resolution.Faults.Select(static fault => new CheckFailure(fault.Setting, fault.Reason));
}
