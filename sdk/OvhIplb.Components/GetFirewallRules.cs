using Pulumi;

namespace OvhIplb.Components;

/// <summary>
/// Makes rules that let nobody but a load balancer, and the machine itself, reach given ports of the servers behind
/// it (<c>GET /ipLoadbalancing/{serviceName}/natIp</c>). They touch no other port and no other rule, flush nothing
/// and set no policy; to apply them again changes nothing.
/// </summary>
public static class GetFirewallRules
{
    /// <summary>Makes them now.</summary>
    public static Task<GetFirewallRulesResult> InvokeAsync(GetFirewallRulesArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.InvokeAsync<GetFirewallRulesResult>("ovh-iplb:index:getFirewallRules", args ?? new GetFirewallRulesArgs(), options.WithDefaults());

    /// <summary>Makes them once the arguments are known.</summary>
    public static Output<GetFirewallRulesResult> Invoke(GetFirewallRulesInvokeArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.Invoke<GetFirewallRulesResult>("ovh-iplb:index:getFirewallRules", args ?? new GetFirewallRulesInvokeArgs(), options.WithDefaults());

    /// <summary>Makes them once the arguments are known and what the options name is done.</summary>
    public static Output<GetFirewallRulesResult> Invoke(GetFirewallRulesInvokeArgs args, InvokeOutputOptions options)
        => global::Pulumi.Deployment.Instance.Invoke<GetFirewallRulesResult>("ovh-iplb:index:getFirewallRules", args ?? new GetFirewallRulesInvokeArgs(), options.WithDefaults());
}
