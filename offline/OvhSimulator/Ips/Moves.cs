using OvhSimulator.Http;
using OvhSimulator.Tasks;
using OvhSimulator.Worlds;

namespace OvhSimulator.Ips;

/// <summary>Routing a block elsewhere, or nowhere.</summary>
internal static class Moves
{
    /// <summary>The services of the account the block may go to; where it is already is not one of them.</summary>
    public static (List<string> LoadBalancers, List<string> DedicatedServers) Destinations(World world, IpBlock ip)
    {
        if (ip.Type != "failover")
        {
            return ([], []);
        }
        return (
            [.. world.LoadBalancers.Where(l => l.Zones.Exists(zone => Regions.Reaches(ip.Datacentre, zone.Name)))
                .Select(l => l.ServiceName).Where(name => name != ip.RoutedTo)],
            [.. world.DedicatedServers.Where(s => Regions.Reaches(ip.Datacentre, s.Datacentre))
                .Select(s => s.ServiceName).Where(name => name != ip.RoutedTo)]);
    }

    public static IpTask Move(World world, IpBlock ip, string to)
    {
        RefuseIfBusy(ip);
        if (ip.RoutedTo == to)
        {
            throw ApiException.BadRequest($"The IP {ip.Ip} is already routed to {to}");
        }
        var (loadBalancers, dedicatedServers) = Destinations(world, ip);
        if (!loadBalancers.Contains(to) && !dedicatedServers.Contains(to))
        {
            throw ApiException.BadRequest($"The IP {ip.Ip} can not be moved to {to}");
        }
        return Start(world, ip, to, world.Durations.Move);
    }

    public static IpTask Park(World world, IpBlock ip)
    {
        RefuseIfBusy(ip);
        if (ip.Type != "failover")
        {
            throw ApiException.BadRequest($"The IP {ip.Ip} can not be parked");
        }
        if (ip.RoutedTo is null)
        {
            throw ApiException.BadRequest($"The IP {ip.Ip} is already parked");
        }
        return Start(world, ip, null, world.Durations.Park);
    }

    public static void Complete(World world, IpBlock ip, string? destination)
    {
        string? origin = ip.RoutedTo;
        ip.RoutedTo = destination;
        if (world.Knobs.MoveRaisesPendingChanges)
        {
            foreach (var loadBalancer in world.LoadBalancers.Where(l => l.ServiceName == origin || l.ServiceName == destination))
            {
                loadBalancer.RaisePendingChanges("all");
            }
        }
    }

    private static IpTask Start(World world, IpBlock ip, string? destination, TimeSpan duration)
    {
        var task = new IpTask
        {
            TaskId = world.Identifiers.Next("ip task"),
            Ip = ip.Ip,
            Destination = destination,
            StartDate = world.Now,
            LastUpdate = world.Now,
            ListedFrom = world.Now + world.Durations.IpTaskListLag,
            Duration = duration,
            Due = world.Now + (duration * 0.05),
            Failure = world.TakeForcedFailure(IpTask.MoveFunction, ForcedFailure.IpStatuses),
        };
        ip.Tasks.Add(task);
        return task;
    }

    private static void RefuseIfBusy(IpBlock ip)
    {
        if (ip.RunningTask is { } running)
        {
            throw ApiException.Conflict($"A task is already running on the IP {ip.Ip} (task {running.TaskId})");
        }
    }
}
