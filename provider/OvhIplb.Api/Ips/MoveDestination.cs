namespace OvhIplb.Api.Ips;

/// <summary>A service a block may be moved to.</summary>
public sealed record MoveDestination
{
    public string Service { get; init => field = value ?? ""; } = "";

    /// <summary>Next hops to choose from, for clouds that need one.</summary>
    public IReadOnlyList<string> Nexthop { get; init => field = value ?? []; } = [];
}
