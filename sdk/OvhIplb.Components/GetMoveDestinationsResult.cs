using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>Where a failover IP is routed, and where it may be moved.</summary>
[OutputType]
public sealed class GetMoveDestinationsResult
{
    /// <summary>The load balancers it may be moved to, sorted.</summary>
    public readonly ImmutableArray<string> LoadBalancers;

    /// <summary>All other services it may be moved to, sorted.</summary>
    public readonly ImmutableArray<string> Others;

    /// <summary>The service it is routed to now, which is never among its destinations; absent where it is parked.</summary>
    public readonly string? RoutedTo;

    [OutputConstructor]
    private GetMoveDestinationsResult(ImmutableArray<string> loadBalancers, ImmutableArray<string> others, string? routedTo)
    {
        LoadBalancers = loadBalancers;
        Others = others;
        RoutedTo = routedTo;
    }
}
