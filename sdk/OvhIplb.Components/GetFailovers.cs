using Pulumi;

namespace OvhIplb.Components;

/// <summary>
/// Looks up the failover (Additional) IPs that are routed to a load balancer (<c>GET
/// /ipLoadbalancing/{serviceName}/failover</c>).
/// </summary>
public static class GetFailovers
{
    /// <summary>Looks it up now.</summary>
    public static Task<GetFailoversResult> InvokeAsync(GetFailoversArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance
            .InvokeAsync<GetFailoversResult>("ovh-iplb:index:getFailovers", args ?? new GetFailoversArgs(), options.WithDefaults());

    /// <summary>Looks it up once the arguments are known.</summary>
    public static Output<GetFailoversResult> Invoke(GetFailoversInvokeArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance
            .Invoke<GetFailoversResult>("ovh-iplb:index:getFailovers", args ?? new GetFailoversInvokeArgs(), options.WithDefaults());

    /// <summary>Looks it up once the arguments are known and what the options name is done.</summary>
    public static Output<GetFailoversResult> Invoke(GetFailoversInvokeArgs args, InvokeOutputOptions options)
        => global::Pulumi.Deployment.Instance
            .Invoke<GetFailoversResult>("ovh-iplb:index:getFailovers", args ?? new GetFailoversInvokeArgs(), options.WithDefaults());
}
