using Pulumi;

namespace OvhIplb.Components;

/// <summary>
/// Looks up the certificates on a load balancer (<c>GET /ipLoadbalancing/{serviceName}/ssl</c>, <c>GET
/// …/ssl/{id}</c>). Certificates that were ordered, free or not, are of type <c>built</c>, those you uploaded of
/// type <c>custom</c>. One of type <c>built_not_routed</c> was ordered and delivered, but its names could not be
/// validated, usually because one no longer points to the load balancer.
/// </summary>
public static class GetCertificates
{
    /// <summary>Looks it up now.</summary>
    public static Task<GetCertificatesResult> InvokeAsync(GetCertificatesArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.InvokeAsync<GetCertificatesResult>(
            "ovh-iplb:index:getCertificates",
            args ?? new GetCertificatesArgs(),
            options.WithDefaults());

    /// <summary>Looks it up once the arguments are known.</summary>
    public static Output<GetCertificatesResult> Invoke(GetCertificatesInvokeArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.Invoke<GetCertificatesResult>(
            "ovh-iplb:index:getCertificates",
            args ?? new GetCertificatesInvokeArgs(),
            options.WithDefaults());

    /// <summary>Looks it up once the arguments are known and what the options name is done.</summary>
    public static Output<GetCertificatesResult> Invoke(GetCertificatesInvokeArgs args, InvokeOutputOptions options)
        => global::Pulumi.Deployment.Instance.Invoke<GetCertificatesResult>(
            "ovh-iplb:index:getCertificates",
            args ?? new GetCertificatesInvokeArgs(),
            options.WithDefaults());
}
