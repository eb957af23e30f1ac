using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.LoadBalancers;

/// <summary>One running instance of a load balancer (<c>GET …/instancesState</c>).</summary>
public sealed record InstanceState
{
    public long InternalId { get; init; }

    public string Zone { get; init => field = value ?? ""; } = "";

    /// <summary>Free text; seen: running, reload (a refresh is under way), unknown (not started), dead.</summary>
    public string State { get; init => field = value ?? ""; } = "";

    [JsonConverter(typeof(DateConverter))]
    public DateTimeOffset? LastUpdateDate { get; init; }
}
