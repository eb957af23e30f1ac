using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>The failover IPs that are routed to a load balancer.</summary>
[OutputType]
public sealed class GetFailoversResult
{
    /// <summary>The blocks in CIDR form, sorted, such as <c>192.0.2.10/32</c>.</summary>
    public readonly ImmutableArray<string> Ips;

    [OutputConstructor]
    private GetFailoversResult(ImmutableArray<string> ips)
    {
        Ips = ips;
    }
}
