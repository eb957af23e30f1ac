using System.Text.Json.Serialization;

namespace OvhIplb.Api.LoadBalancers;

/// <summary>A load balancer's service (<c>GET /ipLoadbalancing/{serviceName}</c>).</summary>
public sealed record LoadBalancer
{
    public required string ServiceName { get; init; }

    /// <summary>Main address.</summary>
    public string IpLoadbalancing { get; init => field = value ?? ""; } = "";

    public string? Ipv4 { get; init; }

    public string? Ipv6 { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>Null stands for intermediate.</summary>
    public SslConfiguration? SslConfiguration { get; init; }

    public LoadBalancerState State { get; init; }

    public string Offer { get; init => field = value ?? ""; } = "";

    /// <summary>The zones it is deployed in.</summary>
    [JsonPropertyName("zone")]
    public IReadOnlyList<string> Zones { get; init => field = value ?? []; } = [];

    public bool? VrackEligibility { get; init; }

    public string? VrackName { get; init; }
}
