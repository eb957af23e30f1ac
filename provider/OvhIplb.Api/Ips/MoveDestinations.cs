namespace OvhIplb.Api.Ips;

/// <summary>
/// Where a block may be moved to, by family of service (<c>GET /ip/{ip}/move</c>). No service of a family: an empty list.
/// </summary>
public sealed record MoveDestinations
{
    public IReadOnlyList<MoveDestination> CloudProject { get; init => field = value ?? []; } = [];

    public IReadOnlyList<MoveDestination> DedicatedCloud { get; init => field = value ?? []; } = [];

    public IReadOnlyList<MoveDestination> DedicatedServer { get; init => field = value ?? []; } = [];

    public IReadOnlyList<MoveDestination> HostingReseller { get; init => field = value ?? []; } = [];

    public IReadOnlyList<MoveDestination> IpLoadbalancing { get; init => field = value ?? []; } = [];

    public IReadOnlyList<MoveDestination> Vps { get; init => field = value ?? []; } = [];
}
