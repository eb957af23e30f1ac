using Pulumi;

namespace OvhIplb.Components;

/// <summary>
/// Looks up the addresses from which a load balancer reaches the servers behind it: what their firewall must let in
/// (<c>GET /ipLoadbalancing/{serviceName}/natIp</c>).
/// </summary>
public static class GetNatIps
{
    /// <summary>Looks them up now.</summary>
    public static Task<GetNatIpsResult> InvokeAsync(GetNatIpsArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance
            .InvokeAsync<GetNatIpsResult>("ovh-iplb:index:getNatIps", args ?? new GetNatIpsArgs(), options.WithDefaults());

    /// <summary>Looks them up once the arguments are known.</summary>
    public static Output<GetNatIpsResult> Invoke(GetNatIpsInvokeArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance
            .Invoke<GetNatIpsResult>("ovh-iplb:index:getNatIps", args ?? new GetNatIpsInvokeArgs(), options.WithDefaults());

    /// <summary>Looks them up once the arguments are known and what the options name is done.</summary>
    public static Output<GetNatIpsResult> Invoke(GetNatIpsInvokeArgs args, InvokeOutputOptions options)
        => global::Pulumi.Deployment.Instance
            .Invoke<GetNatIpsResult>("ovh-iplb:index:getNatIps", args ?? new GetNatIpsInvokeArgs(), options.WithDefaults());
}
