namespace OvhIplb.Api.LoadBalancers;

/// <summary>How the service as a whole is.</summary>
public sealed record ServiceStatus
{
    public Health Status { get; init; }
}
