using Pulumi;

namespace OvhIplb.Components.Outputs;

/// <summary>An instance of a load balancer, which serves one zone.</summary>
[OutputType]
public sealed class InstanceState
{
    /// <summary>When the state was last told, RFC 3339.</summary>
    public readonly string? LastUpdate;

    /// <summary><c>running</c>, <c>reload</c> (a refresh is becoming live), <c>unknown</c> (not started yet) or <c>dead</c>.</summary>
    public readonly string State;

    /// <summary>The zone, such as <c>gra</c>.</summary>
    public readonly string Zone;

    [OutputConstructor]
    private InstanceState(string? lastUpdate, string state, string zone)
    {
        LastUpdate = lastUpdate;
        State = state;
        Zone = zone;
    }
}
