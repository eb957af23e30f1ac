using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>A load balancer.</summary>
[OutputType]
public sealed class GetLoadBalancerResult
{
    /// <summary>Its own addresses, IPv4 first; failover IPs that are routed to it are not among them.</summary>
    public readonly ImmutableArray<string> Addresses;

    /// <summary>What it is called; absent where it has no name.</summary>
    public readonly string? DisplayName;

    /// <summary>Its IPv4 address; absent where it has none.</summary>
    public readonly string? Ipv4;

    /// <summary>Its IPv6 address; absent where it has none.</summary>
    public readonly string? Ipv6;

    /// <summary>The offer it was ordered as, such as <c>lb1</c>.</summary>
    public readonly string Offer;

    /// <summary>Which protocols and ciphers its frontends accept: <c>intermediate</c> or <c>modern</c>.</summary>
    public readonly string SslConfiguration;

    /// <summary>
    /// State of the service: <c>ok</c>, or one of <c>blacklisted</c>, <c>deleted</c>, <c>free</c>, <c>quarantined</c>, <c>suspended</c>.
    /// </summary>
    public readonly string State;

    /// <summary>The vRack it is in; absent where it is in none.</summary>
    public readonly string? VrackName;

    /// <summary>The zones it is deployed in, sorted, such as <c>gra</c>.</summary>
    public readonly ImmutableArray<string> Zones;

    [OutputConstructor]
    private GetLoadBalancerResult(
        ImmutableArray<string> addresses,
        string? displayName,
        string? ipv4,
        string? ipv6,
        string offer,
        string sslConfiguration,
        string state,
        string? vrackName,
        ImmutableArray<string> zones)
    {
        Addresses = addresses;
        DisplayName = displayName;
        Ipv4 = ipv4;
        Ipv6 = ipv6;
        Offer = offer;
        SslConfiguration = sslConfiguration;
        State = state;
        VrackName = vrackName;
        Zones = zones;
    }
}
