using Pulumi;

namespace OvhIplb.Components;

/// <summary>
/// Looks up one certificate on a load balancer, by its number or by a name that it holds (<c>GET
/// /ipLoadbalancing/{serviceName}/ssl</c>, <c>GET …/ssl/{id}</c>). That there is none is an error.
/// </summary>
public static class GetCertificate
{
    /// <summary>Looks it up now.</summary>
    public static Task<GetCertificateResult> InvokeAsync(GetCertificateArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance
            .InvokeAsync<GetCertificateResult>("ovh-iplb:index:getCertificate", args ?? new GetCertificateArgs(), options.WithDefaults());

    /// <summary>Looks it up once the arguments are known.</summary>
    public static Output<GetCertificateResult> Invoke(GetCertificateInvokeArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance
            .Invoke<GetCertificateResult>("ovh-iplb:index:getCertificate", args ?? new GetCertificateInvokeArgs(), options.WithDefaults());

    /// <summary>Looks it up once the arguments are known and what the options name is done.</summary>
    public static Output<GetCertificateResult> Invoke(GetCertificateInvokeArgs args, InvokeOutputOptions options)
        => global::Pulumi.Deployment.Instance
            .Invoke<GetCertificateResult>("ovh-iplb:index:getCertificate", args ?? new GetCertificateInvokeArgs(), options.WithDefaults());
}
