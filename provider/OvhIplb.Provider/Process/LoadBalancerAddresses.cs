using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using OvhIplb.Api.Errors;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Api.LoadBalancers;

namespace OvhIplb.Provider.Process;

/// <summary>Where a load balancer is reached: at its own addresses, and at those of the failover IPs routed to it.</summary>
/// <param name="ServiceName">The load balancer.</param>
/// <param name="Own">Its own addresses.</param>
/// <param name="Failovers">The blocks routed to it, or about to be.</param>
internal sealed record LoadBalancerAddresses(string ServiceName, ImmutableArray<IPAddress> Own, ImmutableArray<IpBlock> Failovers)
{
    private const int Shown = 5;

    /// <param name="session">The session.</param>
    /// <param name="serviceName">The load balancer.</param>
    /// <param name="awaited">Blocks that are not routed to it yet, but count.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <returns>Null where they may not be seen, so that nobody can say what is not one of them.</returns>
    /// <exception cref="NotFoundException">There is no such load balancer.</exception>
    public static async Task<LoadBalancerAddresses?> LookAsync(
        Session session, string serviceName, IEnumerable<IpBlock> awaited, CancellationToken cancellation)
    {
        try
        {
            var balancer = await session.LoadBalancers.JoinAsync(serviceName, cancellation);
            return await session.Failovers.ListAsync(serviceName, cancellation) is { } routed
                ? new LoadBalancerAddresses(serviceName, OwnOf(balancer), [.. routed.Union(awaited)])
                : null;
        }
        catch (OvhApiException refused) when (refused.IsLackOfRight)
        {
            return null;
        }
    }

    public bool Hold(IPAddress address) => Own.Contains(address) || Failovers.Any(block => block.Contains(address));

    /// <summary>
    /// What an A or AAAA record may say, such as <c>203.0.113.10 or a failover IP (192.0.2.10)</c>; null where there is nothing.
    /// </summary>
    public string? Wanted(AddressFamily family)
    {
        var own = string.Join(" or ", Own.Where(address => address.AddressFamily == family));
        string[] failovers = [.. Failovers.Where(block => block.Address.AddressFamily == family)
            .Select(static block => block.IsSingleAddress ? block.Address.ToString() : block.ToString()).Order(StringComparer.Ordinal)];
        var listed = string.Join(", ", failovers.Take(Shown)) + (failovers.Length > Shown ? ", …" : "");
        return (own, failovers) switch
        {
            ("", []) => null,
            ("", _) => $"a failover IP ({listed})",
            (_, []) => own,
            _ => $"{own} or a failover IP ({listed})",
        };
    }

    /// <summary>A load balancer's own addresses, IPv4 first.</summary>
    public static ImmutableArray<IPAddress> OwnOf(LoadBalancer balancer)
    {
        IEnumerable<string> texts = [balancer.IpLoadbalancing, balancer.Ipv4 ?? "", balancer.Ipv6 ?? ""];
        return [.. texts.Select(static text => IPAddress.TryParse(text.Split('/')[0], out var address) ? address : null).OfType<IPAddress>()
            .Distinct()
            .OrderBy(static address => address.AddressFamily == AddressFamily.InterNetworkV6)];
    }
}
