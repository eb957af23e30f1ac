using System.Text.Json.Serialization;

namespace OvhIplb.Api.Ips;

/// <summary>The service a block is routed to, or is being moved to.</summary>
public sealed record RoutedTo
{
    public string? ServiceName { get; init; }

    /// <summary>The name, with empty read as none.</summary>
    [JsonIgnore]
    public string? Service => string.IsNullOrEmpty(ServiceName) ? null : ServiceName;
}
