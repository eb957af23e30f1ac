namespace OvhIplb.Api.LoadBalancers;

/// <summary>How many frontends, farms or servers there are, and how they are.</summary>
public sealed record ComponentStatus
{
    public long Total { get; init; }

    public HealthCounts Status { get; init => field = value ?? new(); } = new();
}
