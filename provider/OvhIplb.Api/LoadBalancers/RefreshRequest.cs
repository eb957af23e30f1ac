namespace OvhIplb.Api.LoadBalancers;

internal sealed record RefreshRequest(string? Zone);
