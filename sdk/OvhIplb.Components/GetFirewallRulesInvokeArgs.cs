using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="GetFirewallRules" />.</summary>
public sealed class GetFirewallRulesInvokeArgs : InvokeArgs
{
    [Input("alsoFrom")]
    private InputList<string>? _alsoFrom;

    /// <summary>
    /// Other sources that may reach the ports, as addresses or in CIDR form: the source addresses of a second load balancer
    /// (<c>getNatIps</c>), or the network of containers that use this host's own ports. Default: none.
    /// </summary>
    public InputList<string> AlsoFrom
    {
        get => _alsoFrom ??= new InputList<string>();
        set => _alsoFrom = value;
    }

    /// <summary>
    /// What is added to <c>ovh-iplb-</c> to name table, chain and comments, where a server has rules of several kinds: 1 to 18 lower-case
    /// letters, digits and hyphens. Default: they are called <c>ovh-iplb</c>.
    /// </summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("ports", required: true)]
    private InputList<string>? _ports;

    /// <summary>
    /// The ports that only the load balancer may reach, such as <c>443</c> or <c>8000-8010</c>. Rules are made for no other.
    /// </summary>
    public InputList<string> Ports
    {
        get => _ports ??= new InputList<string>();
        set => _ports = value;
    }

    [Input("protocols")]
    private InputList<string>? _protocols;

    /// <summary><c>tcp</c>, <c>udp</c> or both. Default: <c>tcp</c>.</summary>
    public InputList<string> Protocols
    {
        get => _protocols ??= new InputList<string>();
        set => _protocols = value;
    }

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>.</summary>
    [Input("serviceName", required: true)]
    public Input<string> ServiceName { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public GetFirewallRulesInvokeArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new GetFirewallRulesInvokeArgs Empty => new GetFirewallRulesInvokeArgs();
}
