namespace OvhIplb.Api.LoadBalancers;

/// <summary>How many of something are in each health.</summary>
public sealed record HealthCounts
{
    public long Ok { get; init; }

    public long Warn { get; init; }

    public long Error { get; init; }

    public long Unknown { get; init; }
}
