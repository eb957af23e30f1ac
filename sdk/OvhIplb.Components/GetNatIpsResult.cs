using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>The addresses from which a load balancer reaches the servers behind it.</summary>
[OutputType]
public sealed class GetNatIpsResult
{
    /// <summary>All address blocks in CIDR form, sorted, without duplicates.</summary>
    public readonly ImmutableArray<string> Cidrs;

    /// <summary>The address blocks of each zone.</summary>
    public readonly ImmutableArray<Outputs.NatRange> Zones;

    [OutputConstructor]
    private GetNatIpsResult(ImmutableArray<string> cidrs, ImmutableArray<Outputs.NatRange> zones)
    {
        Cidrs = cidrs;
        Zones = zones;
    }
}
