using Pulumi;

namespace OvhIplb.Components;

/// <summary>
/// Looks up a load balancer: its addresses, zones, offer and state (<c>GET /ipLoadbalancing/{serviceName}</c>).
/// </summary>
public static class GetLoadBalancer
{
    /// <summary>Looks it up now.</summary>
    public static Task<GetLoadBalancerResult> InvokeAsync(GetLoadBalancerArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.InvokeAsync<GetLoadBalancerResult>(
            "ovh-iplb:index:getLoadBalancer",
            args ?? new GetLoadBalancerArgs(),
            options.WithDefaults());

    /// <summary>Looks it up once the arguments are known.</summary>
    public static Output<GetLoadBalancerResult> Invoke(GetLoadBalancerInvokeArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.Invoke<GetLoadBalancerResult>(
            "ovh-iplb:index:getLoadBalancer",
            args ?? new GetLoadBalancerInvokeArgs(),
            options.WithDefaults());

    /// <summary>Looks it up once the arguments are known and what the options name is done.</summary>
    public static Output<GetLoadBalancerResult> Invoke(GetLoadBalancerInvokeArgs args, InvokeOutputOptions options)
        => global::Pulumi.Deployment.Instance.Invoke<GetLoadBalancerResult>(
            "ovh-iplb:index:getLoadBalancer",
            args ?? new GetLoadBalancerInvokeArgs(),
            options.WithDefaults());
}
