using OvhSimulator.Http;
using OvhSimulator.LoadBalancers;
using OvhSimulator.Tasks;
using OvhSimulator.Worlds;

namespace OvhSimulator.Ips;

/// <summary>Routing a block elsewhere, or nowhere.</summary>
internal static class Moves
{
    /// <summary>The services of the account the block may go to; where it is already is not one of them.</summary>
    public static (List<string> LoadBalancers, List<string> DedicatedServers) Destinations(World world, IpBlock ip)
    {
        if (!ip.IsAdditional)
        {
            return ([], []);
        }
        return (
            [.. world.LoadBalancers.Where(l => !l.Expired && l.Zones.Exists(zone => Regions.Reaches(ip.Datacentre, zone.Name)))
                .Select(l => l.ServiceName).Where(name => name != ip.RoutedTo)],
            [.. world.DedicatedServers.Where(s => Regions.Reaches(ip.Datacentre, s.Datacentre))
                .Select(s => s.ServiceName).Where(name => name != ip.RoutedTo)]);
    }

    public static IpTask Move(World world, IpBlock ip, string to)
    {
        RefuseIfBusy(world, ip);
        if (ip.RoutedTo == to)
        {
            return AcceptDone(world, ip, $"The IP {ip.Ip} is already routed to {to}");
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
        RefuseIfBusy(world, ip);
        if (!ip.IsAdditional)
        {
            throw ApiException.BadRequest($"The IP {ip.Ip} can not be parked");
        }
        if (ip.RoutedTo is null)
        {
            return AcceptDone(world, ip, $"The IP {ip.Ip} is already parked");
        }
        return Start(world, ip, null, world.Durations.Park);
    }

    public static void Complete(World world, IpBlock ip, string? destination)
    {
        var origin = ip.RoutedTo;
        ip.RoutedTo = destination;
        if (world.Knobs.MoveRaisesPendingChanges)
        {
            foreach (var loadBalancer in world.LoadBalancers.Where(l => l.ServiceName == origin || l.ServiceName == destination))
            {
                loadBalancer.RaisePendingChanges(ZoneNames.All);
            }
        }
    }

    /// <summary>A task that has nothing to do, where the knob accepts one; a refusal otherwise.</summary>
    private static IpTask AcceptDone(World world, IpBlock ip, string complaint)
    {
        if (!world.Knobs.AcceptMoveToPresentService)
        {
            throw ApiException.BadRequest(complaint);
        }
        var task = Add(world, ip, ip.RoutedTo, TimeSpan.Zero, failure: null);
        (task.Status, task.DoneDate) = ("done", world.Now);
        return task;
    }

    private static IpTask Start(World world, IpBlock ip, string? destination, TimeSpan duration)
    {
        var task = Add(world, ip, destination, duration, world.TakeForcedFailure(IpTask.MoveFunction, ForcedFailure.IpStatuses));
        task.Due = world.Now + (duration * 0.05);
        return task;
    }

    private static IpTask Add(World world, IpBlock ip, string? destination, TimeSpan duration, ForcedFailure? failure)
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
            Failure = failure,
        };
        ip.Tasks.Add(task);
        return task;
    }

    private static void RefuseIfBusy(World world, IpBlock ip)
    {
        if (ip.RunningTask is { } running)
        {
            throw ApiException.Refused(world.Knobs.MoveDuringMove, $"A task is already running on the IP {ip.Ip} (task {running.TaskId})");
        }
    }
}
