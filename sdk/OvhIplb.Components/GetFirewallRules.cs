using Pulumi;

namespace OvhIplb.Components;

/// <summary>
/// Makes firewall rules for the servers behind a load balancer: only the load balancer, and the machine itself, reach
/// given ports (<c>GET /ipLoadbalancing/{serviceName}/natIp</c>). The nftables and iptables rules hold for ports of
/// processes, for ports that containers publish and for Kubernetes NodePorts. All rules leave other ports and other
/// rules alone, flush nothing and set no policy. To apply them again replaces them.
/// </summary>
public static class GetFirewallRules
{
    /// <summary>Makes them now.</summary>
    public static Task<GetFirewallRulesResult> InvokeAsync(GetFirewallRulesArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.InvokeAsync<GetFirewallRulesResult>(
            "ovh-iplb:index:getFirewallRules",
            args ?? new GetFirewallRulesArgs(),
            options.WithDefaults());

    /// <summary>Makes them once the arguments are known.</summary>
    public static Output<GetFirewallRulesResult> Invoke(GetFirewallRulesInvokeArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.Invoke<GetFirewallRulesResult>(
            "ovh-iplb:index:getFirewallRules",
            args ?? new GetFirewallRulesInvokeArgs(),
            options.WithDefaults());

    /// <summary>Makes them once the arguments are known and what the options name is done.</summary>
    public static Output<GetFirewallRulesResult> Invoke(GetFirewallRulesInvokeArgs args, InvokeOutputOptions options)
        => global::Pulumi.Deployment.Instance.Invoke<GetFirewallRulesResult>(
            "ovh-iplb:index:getFirewallRules",
            args ?? new GetFirewallRulesInvokeArgs(),
            options.WithDefaults());
}
