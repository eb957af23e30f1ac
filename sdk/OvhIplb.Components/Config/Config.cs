using System.Collections.Immutable;

namespace OvhIplb.Components;

/// <summary>The stack's configuration of this package, <c>ovh-iplb:…</c>.</summary>
public static class Config
{
    private static readonly global::Pulumi.Config Values = new("ovh-iplb");

    private static readonly Setting<string?> AccessTokenSetting = new(() => Values.Get("accessToken"));

    /// <summary>Access token of the OVHcloud API, which lives about an hour. Default: OVH_ACCESS_TOKEN, then ovh.conf.</summary>
    public static string? AccessToken
    {
        get => AccessTokenSetting.Get();
        set => AccessTokenSetting.Set(value);
    }

    private static readonly Setting<string?> ApplicationKeySetting = new(() => Values.Get("applicationKey"));

    /// <summary>Application key of the OVHcloud API. Default: OVH_APPLICATION_KEY, then ovh.conf.</summary>
    public static string? ApplicationKey
    {
        get => ApplicationKeySetting.Get();
        set => ApplicationKeySetting.Set(value);
    }

    private static readonly Setting<string?> ApplicationSecretSetting = new(() => Values.Get("applicationSecret"));

    /// <summary>Application secret of the OVHcloud API. Default: OVH_APPLICATION_SECRET, then ovh.conf.</summary>
    public static string? ApplicationSecret
    {
        get => ApplicationSecretSetting.Get();
        set => ApplicationSecretSetting.Set(value);
    }

    private static readonly Setting<string?> ClientIdSetting = new(() => Values.Get("clientId"));

    /// <summary>Client id of an OVHcloud service account (OAuth2). Default: OVH_CLIENT_ID, then ovh.conf.</summary>
    public static string? ClientId
    {
        get => ClientIdSetting.Get();
        set => ClientIdSetting.Set(value);
    }

    private static readonly Setting<string?> ClientSecretSetting = new(() => Values.Get("clientSecret"));

    /// <summary>Client secret of an OVHcloud service account (OAuth2). Default: OVH_CLIENT_SECRET, then ovh.conf.</summary>
    public static string? ClientSecret
    {
        get => ClientSecretSetting.Get();
        set => ClientSecretSetting.Set(value);
    }

    private static readonly Setting<string?> ConsumerKeySetting = new(() => Values.Get("consumerKey"));

    /// <summary>Consumer key of the OVHcloud API. Default: OVH_CONSUMER_KEY, then ovh.conf.</summary>
    public static string? ConsumerKey
    {
        get => ConsumerKeySetting.Get();
        set => ConsumerKeySetting.Set(value);
    }

    private static readonly Setting<ImmutableArray<string>> DnsServersSetting = new(
        () => Values.GetObject<ImmutableArray<string>>("dnsServers"));

    /// <summary>
    /// The DNS servers that say where the names of free certificates point, such as 192.0.2.53 or [2001:db8::53]:5353; asked in this order,
    /// the next where one fails. Default: those of the machine the plugin runs on.
    /// </summary>
    public static ImmutableArray<string> DnsServers
    {
        get => DnsServersSetting.Get();
        set => DnsServersSetting.Set(value);
    }

    private static readonly Setting<string?> EndpointSetting = new(() => Values.Get("endpoint"));

    /// <summary>
    /// The API to talk to: ovh-eu, ovh-ca, ovh-us or a URL such as https://eu.api.ovh.com/1.0. Default: OVH_ENDPOINT, then ovh.conf, then
    /// ovh-eu.
    /// </summary>
    public static string? Endpoint
    {
        get => EndpointSetting.Get();
        set => EndpointSetting.Set(value);
    }

    private static readonly Setting<double?> PollIntervalSetting = new(() => Values.GetDouble("pollInterval"));

    /// <summary>Seconds between two looks at a running task, 0.05 to 300. Default: 5.</summary>
    public static double? PollInterval
    {
        get => PollIntervalSetting.Get();
        set => PollIntervalSetting.Set(value);
    }

    private static readonly Setting<double?> RateLimitSetting = new(() => Values.GetDouble("rateLimit"));

    /// <summary>
    /// Calls of the API a second, 0.1 to 1000, once the first 60 are made. OVHcloud documents no limit and calls 60 a minute safe. Default:
    /// 1.
    /// </summary>
    public static double? RateLimit
    {
        get => RateLimitSetting.Get();
        set => RateLimitSetting.Set(value);
    }

    private static readonly Setting<string?> TokenUrlSetting = new(() => Values.Get("tokenUrl"));

    /// <summary>
    /// Where client id and client secret are exchanged for an access token. Default: OVH_TOKEN_URL, then ovh.conf, then that of the
    /// endpoint; an endpoint that is a URL of one's own has none.
    /// </summary>
    public static string? TokenUrl
    {
        get => TokenUrlSetting.Get();
        set => TokenUrlSetting.Set(value);
    }

    private sealed class Setting<T>(Func<T> read)
    {
        private T _value = default!;
        private bool _set;

        public T Get() => _set ? _value : read();

        public void Set(T value)
        {
            _value = value;
            _set = true;
        }
    }
}
