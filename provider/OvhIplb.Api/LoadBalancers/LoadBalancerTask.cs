using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.LoadBalancers;

/// <summary>
/// Work under way on a load balancer (<c>GET …/task/{id}</c>). It vanishes 48 hours after its end, and never says why it failed.
/// </summary>
public sealed record LoadBalancerTask
{
    public required long Id { get; init; }

    public LoadBalancerTaskAction Action { get; init; }

    public LoadBalancerTaskStatus Status { get; init; }

    /// <summary>Percent.</summary>
    public long Progress { get; init; }

    [JsonConverter(typeof(DateConverter))]
    public DateTimeOffset? CreationDate { get; init; }

    [JsonConverter(typeof(DateConverter))]
    public DateTimeOffset? DoneDate { get; init; }

    /// <summary>The zones it touches.</summary>
    public IReadOnlyList<string> Zones { get; init => field = value ?? []; } = [];
}
