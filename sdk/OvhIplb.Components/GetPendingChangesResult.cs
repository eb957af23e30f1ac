using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>What is saved on a load balancer and not live.</summary>
[OutputType]
public sealed class GetPendingChangesResult
{
    /// <summary>Changes that are saved on the load balancer and not live, per zone, when last looked at.</summary>
    public readonly ImmutableArray<Outputs.PendingChange> PendingChanges;

    /// <summary>How many there are in all zones together.</summary>
    public readonly int Total;

    [OutputConstructor]
    private GetPendingChangesResult(ImmutableArray<Outputs.PendingChange> pendingChanges, int total)
    {
        PendingChanges = pendingChanges;
        Total = total;
    }
}
