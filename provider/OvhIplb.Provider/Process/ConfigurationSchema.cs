using System.Collections.Immutable;
using OvhIplb.Provider.Dns;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Process;

/// <summary>
/// What the provider is configured with. Nothing here has a default from the environment: what the environment and files
/// say is read when it is needed and never written into inputs or state.
/// </summary>
internal static class ConfigurationSchema
{
    public static Property<string> Endpoint { get; } = Property.String(
        "endpoint",
        "The API to talk to: `ovh-eu`, `ovh-ca`, `ovh-us` or a URL such as `https://eu.api.ovh.com/1.0`. "
        + "Default: `OVH_ENDPOINT`, then `ovh.conf`, then `ovh-eu`.") with
    {
        Check = static value => OvhIplb.Api.Endpoints.Endpoint.TryParse(value, out _, out var reason) ? null : reason,
        Normalize = static value => OvhIplb.Api.Endpoints.Endpoint.Parse(value).BaseUrl,
    };

    public static Property<string> ApplicationKey { get; } = Credential(
        "applicationKey", "Application key of the OVHcloud API. Default: `OVH_APPLICATION_KEY`, then `ovh.conf`.");

    public static Property<string> ApplicationSecret { get; } = Credential(
        "applicationSecret", "Application secret of the OVHcloud API. Default: `OVH_APPLICATION_SECRET`, then `ovh.conf`.");

    public static Property<string> ConsumerKey { get; } = Credential(
        "consumerKey", "Consumer key of the OVHcloud API. Default: `OVH_CONSUMER_KEY`, then `ovh.conf`.");

    public static Property<string> ClientId { get; } = Credential(
        "clientId", "Client id of an OVHcloud service account (OAuth2). Default: `OVH_CLIENT_ID`, then `ovh.conf`.");

    public static Property<string> ClientSecret { get; } = Credential(
        "clientSecret", "Client secret of an OVHcloud service account (OAuth2). Default: `OVH_CLIENT_SECRET`, then `ovh.conf`.");

    public static Property<string> TokenUrl { get; } = Property.String(
        "tokenUrl",
        "Where client id and client secret are exchanged for an access token. Default: `OVH_TOKEN_URL`, then `ovh.conf`, then that of the "
            + "endpoint; "
        + "an endpoint that is a URL of one's own has none.") with
    {
        Check = static value => OvhIplb.Api.Endpoints.Endpoint.FaultOfUrl(value),
    };

    public static Property<string> AccessToken { get; } = Credential(
        "accessToken", "Access token of the OVHcloud API, which lives about an hour. Default: `OVH_ACCESS_TOKEN`, then `ovh.conf`.");

    /// <summary>Those that say which API is called, and as whom; the client knows each by the same name.</summary>
    public static IReadOnlyList<Property<string>> OfTheApi { get; } =
        [ApplicationKey, ApplicationSecret, ConsumerKey, ClientId, ClientSecret, TokenUrl, AccessToken, Endpoint];

    public static Property<double> PollInterval { get; } = Property.Number(
        "pollInterval", "Seconds between two looks at a running task, 0.05 to 300.") with
    {
        Default = 5,
        Range = new NumberRange(0.05, 300, "seconds"),
    };

    public static Property<double> RateLimit { get; } = Property.Number(
        "rateLimit",
        "Calls of the API a second, 0.1 to 1000, once the first 60 are made. OVHcloud documents no limit and calls 60 a minute safe.") with
    {
        Default = OvhIplb.Api.RateLimit.Default.PerSecond,
        Range = new NumberRange(0.1, 1000, "calls a second"),
    };

    public static Property<ImmutableArray<string>> DnsServers { get; } = Property.Strings(
        "dnsServers",
        "The DNS servers that say where the names of free certificates point, such as `192.0.2.53` or `[2001:db8::53]:5353`; asked in "
            + "this order, the "
        + "next where one fails. Default: those of the machine the plugin runs on.") with
    {
        Check = DnsServer.Check,
    };

    private static Property<string> Credential(string name, string description) =>
        Property.String(name, description) with { Secret = true };
}
