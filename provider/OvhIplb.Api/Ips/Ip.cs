using System.Text.Json.Serialization;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Api.Ips;

/// <summary>An IP block of the account (<c>GET /ip/{ip}</c>).</summary>
public sealed record Ip
{
    [JsonPropertyName("ip")]
    public required IpBlock Block { get; init; }

    public IpType Type { get; init; }

    public string? Description { get; init; }

    public RoutedTo? RoutedTo { get; init; }

    /// <summary>Two lower-case letters.</summary>
    public string? Country { get; init; }

    public string? OrganisationId { get; init; }

    public bool? CanBeTerminated { get; init; }

    public bool? IsAdditionalIp { get; init; }

    public string? Campus { get; init; }

    /// <summary>Name of the service the block is routed to; null while it is parked, which the API says in three ways.</summary>
    [JsonIgnore]
    public string? RoutedService => RoutedTo?.Service;
}
