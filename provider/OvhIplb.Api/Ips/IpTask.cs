using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.Ips;

/// <summary>Work under way on an IP block (<c>GET /ip/{ip}/task/{taskId}</c>).</summary>
public sealed record IpTask
{
    public required long TaskId { get; init; }

    public IpTaskFunction Function { get; init; }

    public IpTaskStatus Status { get; init; }

    /// <summary>Words for people; on a failure, usually why.</summary>
    public string? Comment { get; init; }

    /// <summary>Where a move goes to.</summary>
    public RoutedTo? Destination { get; init; }

    [JsonConverter(typeof(DateConverter))]
    public DateTimeOffset? StartDate { get; init; }

    [JsonConverter(typeof(DateConverter))]
    public DateTimeOffset? LastUpdate { get; init; }

    [JsonConverter(typeof(DateConverter))]
    public DateTimeOffset? DoneDate { get; init; }
}
