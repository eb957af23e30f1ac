namespace OvhIplb.Api.LoadBalancers;

/// <summary>Changes of one zone that wait for a refresh (<c>GET …/pendingChanges</c>). A zone without any may be absent or 0.</summary>
public sealed record PendingChanges
{
    public string Zone { get; init => field = value ?? ""; } = "";

    public long Number { get; init; }
}
