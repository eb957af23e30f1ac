using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="GetFirewallRules.InvokeAsync" />.</summary>
public sealed class GetFirewallRulesArgs : InvokeArgs
{
    [Input("alsoFrom")]
    private List<string>? _alsoFrom;

    /// <summary>
    /// Other sources that may reach the ports, as addresses or in CIDR form: the source addresses of a second load balancer
    /// (<c>getNatIps</c>), or the network of containers that use this host's own ports. Default: none.
    /// </summary>
    public List<string> AlsoFrom
    {
        get => _alsoFrom ??= new List<string>();
        set => _alsoFrom = value;
    }

    /// <summary>
    /// What is added to <c>ovh-iplb-</c> to name table, chain and comments, where a server has rules of several kinds: 1 to 18 lower-case
    /// letters, digits and hyphens. Default: they are called <c>ovh-iplb</c>.
    /// </summary>
    [Input("name")]
    public string? Name { get; set; }

    [Input("ports", required: true)]
    private List<string>? _ports;

    /// <summary>
    /// The ports that only the load balancer may reach, such as <c>443</c> or <c>8000-8010</c>. Rules are made for no other.
    /// </summary>
    public List<string> Ports
    {
        get => _ports ??= new List<string>();
        set => _ports = value;
    }

    [Input("protocols")]
    private List<string>? _protocols;

    /// <summary><c>tcp</c>, <c>udp</c> or both. Default: <c>tcp</c>.</summary>
    public List<string> Protocols
    {
        get => _protocols ??= new List<string>();
        set => _protocols = value;
    }

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>.</summary>
    [Input("serviceName", required: true)]
    public string ServiceName { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public GetFirewallRulesArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new GetFirewallRulesArgs Empty => new GetFirewallRulesArgs();
}
