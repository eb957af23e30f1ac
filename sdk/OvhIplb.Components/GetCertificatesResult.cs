using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>The certificates on a load balancer.</summary>
[OutputType]
public sealed class GetCertificatesResult
{
    /// <summary>The certificates, by number.</summary>
    public readonly ImmutableArray<Outputs.LoadBalancerCertificate> Certificates;

    [OutputConstructor]
    private GetCertificatesResult(ImmutableArray<Outputs.LoadBalancerCertificate> certificates)
    {
        Certificates = certificates;
    }
}
