using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components.Outputs;

/// <summary>The source addresses of one zone.</summary>
[OutputType]
public sealed class NatRange
{
    /// <summary>Address blocks in CIDR form.</summary>
    public readonly ImmutableArray<string> Ips;

    /// <summary>The zone, such as <c>gra</c>.</summary>
    public readonly string Zone;

    [OutputConstructor]
    private NatRange(ImmutableArray<string> ips, string zone)
    {
        Ips = ips;
        Zone = zone;
    }
}
