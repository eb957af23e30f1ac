using System.Net;
using OvhSimulator.LoadBalancers;
using OvhSimulator.Worlds;

namespace OvhSimulator.Certificates;

/// <summary>Whether names lead to a load balancer: what decides over free certificates.</summary>
internal static class Routing
{
    /// <summary>Whether each name has an address and all of them are the load balancer's or in blocks routed to it now.</summary>
    public static bool LeadsTo(World world, LoadBalancer loadBalancer, IEnumerable<string> names) => names.All(name =>
    {
        var addresses = world.Dns.Resolve(name).ToList();
        return addresses.Count > 0 && addresses.TrueForAll(address => Holds(world, loadBalancer, address));
    });

    private static bool Holds(World world, LoadBalancer loadBalancer, IPAddress address) =>
        address.Equals(IPAddress.Parse(loadBalancer.Ipv4))
        || (loadBalancer.Ipv6 is { } ipv6 && address.Equals(IPAddress.Parse(ipv6)))
        || world.Ips.Exists(ip => ip.RoutedTo == loadBalancer.ServiceName && ip.Network.Contains(address));
}
