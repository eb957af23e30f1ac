namespace OvhIplb.Api.LoadBalancers;

/// <summary>Whether a load balancer works (<c>GET …/status</c>).</summary>
public sealed record LoadBalancerStatus
{
    public ServiceStatus Service { get; init => field = value ?? new(); } = new();

    public ComponentStatus Frontends { get; init => field = value ?? new(); } = new();

    public ComponentStatus Farms { get; init => field = value ?? new(); } = new();

    public ComponentStatus Servers { get; init => field = value ?? new(); } = new();
}
