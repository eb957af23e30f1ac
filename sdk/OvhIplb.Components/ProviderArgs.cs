using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="Provider" />.</summary>
public sealed class ProviderArgs : ResourceArgs
{
    [Input("accessToken")]
    private Input<string>? _accessToken;

    /// <summary>Access token of the OVHcloud API, which lives about an hour. Default: OVH_ACCESS_TOKEN, then ovh.conf.</summary>
    public Input<string>? AccessToken
    {
        get => _accessToken;
        set
        {
            var emptySecret = Output.CreateSecret(0);
            _accessToken = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(t => t.Item1);
        }
    }

    [Input("applicationKey")]
    private Input<string>? _applicationKey;

    /// <summary>Application key of the OVHcloud API. Default: OVH_APPLICATION_KEY, then ovh.conf.</summary>
    public Input<string>? ApplicationKey
    {
        get => _applicationKey;
        set
        {
            var emptySecret = Output.CreateSecret(0);
            _applicationKey = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(t => t.Item1);
        }
    }

    [Input("applicationSecret")]
    private Input<string>? _applicationSecret;

    /// <summary>Application secret of the OVHcloud API. Default: OVH_APPLICATION_SECRET, then ovh.conf.</summary>
    public Input<string>? ApplicationSecret
    {
        get => _applicationSecret;
        set
        {
            var emptySecret = Output.CreateSecret(0);
            _applicationSecret = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(t => t.Item1);
        }
    }

    [Input("clientId")]
    private Input<string>? _clientId;

    /// <summary>Client id of an OVHcloud service account (OAuth2). Default: OVH_CLIENT_ID, then ovh.conf.</summary>
    public Input<string>? ClientId
    {
        get => _clientId;
        set
        {
            var emptySecret = Output.CreateSecret(0);
            _clientId = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(t => t.Item1);
        }
    }

    [Input("clientSecret")]
    private Input<string>? _clientSecret;

    /// <summary>Client secret of an OVHcloud service account (OAuth2). Default: OVH_CLIENT_SECRET, then ovh.conf.</summary>
    public Input<string>? ClientSecret
    {
        get => _clientSecret;
        set
        {
            var emptySecret = Output.CreateSecret(0);
            _clientSecret = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(t => t.Item1);
        }
    }

    [Input("consumerKey")]
    private Input<string>? _consumerKey;

    /// <summary>Consumer key of the OVHcloud API. Default: OVH_CONSUMER_KEY, then ovh.conf.</summary>
    public Input<string>? ConsumerKey
    {
        get => _consumerKey;
        set
        {
            var emptySecret = Output.CreateSecret(0);
            _consumerKey = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(t => t.Item1);
        }
    }

    [Input("dnsServers", json: true)]
    private InputList<string>? _dnsServers;

    /// <summary>
    /// The DNS servers that say where the names of free certificates point, such as 192.0.2.53 or [2001:db8::53]:5353; asked in this order,
    /// the next where one fails. Default: those of the machine the plugin runs on.
    /// </summary>
    public InputList<string> DnsServers
    {
        get => _dnsServers ??= new InputList<string>();
        set => _dnsServers = value;
    }

    /// <summary>
    /// The API to talk to: ovh-eu, ovh-ca, ovh-us or a URL such as https://eu.api.ovh.com/1.0. Default: OVH_ENDPOINT, then ovh.conf, then
    /// ovh-eu.
    /// </summary>
    [Input("endpoint")]
    public Input<string>? Endpoint { get; set; }

    /// <summary>Seconds between two looks at a running task, 0.05 to 300. Default: 5.</summary>
    [Input("pollInterval", json: true)]
    public Input<double>? PollInterval { get; set; }

    /// <summary>
    /// Calls of the API a second, 0.1 to 1000, once the first 60 are made. OVHcloud documents no limit and calls 60 a minute safe. Default:
    /// 1.
    /// </summary>
    [Input("rateLimit", json: true)]
    public Input<double>? RateLimit { get; set; }

    /// <summary>
    /// Where client id and client secret are exchanged for an access token. Default: OVH_TOKEN_URL, then ovh.conf, then that of the
    /// endpoint; an endpoint that is a URL of one's own has none.
    /// </summary>
    [Input("tokenUrl")]
    public Input<string>? TokenUrl { get; set; }

    /// <summary>Creates empty arguments.</summary>
    public ProviderArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new ProviderArgs Empty => new ProviderArgs();
}
