using OvhSimulator.Http;
using OvhSimulator.Tasks;
using OvhSimulator.Worlds;

namespace OvhSimulator.LoadBalancers;

/// <summary>Making the stored configuration live.</summary>
internal static class Refreshes
{
    public static LoadBalancerTask Start(World world, LoadBalancer loadBalancer, string? zone)
    {
        var wanted = zone is null
            ? ZoneNames.All
            : ZoneNames.Find(world, loadBalancer, zone)?.Name
                ?? throw ApiException.BadRequest($"[zone] The zone {zone} does not belong to {loadBalancer.ServiceName}");
        var zones = loadBalancer.ZonesOf(wanted).ToList();
        var ignored = false;
        if (Running(world, loadBalancer, zones) is { } running)
        {
            ignored = world.Knobs.AcceptRefreshDuringRefresh
                ? true
                : throw ApiException.Refused(
                    world.Knobs.RefreshDuringRefresh,
                    $"A refresh is already running on {loadBalancer.ServiceName} (task {running.Id})");
        }
        var complaint = Complaint(loadBalancer);
        if (complaint is not null && !world.Knobs.FailInvalidRefreshes)
        {
            throw ApiException.BadRequest(complaint);
        }

        var task = new LoadBalancerTask
        {
            Id = world.Identifiers.Next("load balancer task"),
            Action = LoadBalancerTask.Refresh,
            ServiceName = loadBalancer.ServiceName,
            Zones = [.. zones.Select(z => z.Name)],
            CreationDate = world.Now,
            Duration = world.Durations.Refresh,
            Due = ignored ? null : world.Now + (world.Durations.Refresh * 0.1),
            Status = ignored ? "done" : "todo",
            DoneDate = ignored ? world.Now : null,
            Taken = ignored ? [] : zones.ToDictionary(z => z.Name, z => z.PendingChanges),
            Failure = ignored ? null
                : complaint is not null ? new ForcedFailure(LoadBalancerTask.Refresh, "error")
                : world.TakeForcedFailure(LoadBalancerTask.Refresh, ForcedFailure.LoadBalancerStatuses),
        };
        loadBalancer.Tasks.Add(task);
        return task;
    }

    public static void Complete(World world, LoadBalancer loadBalancer, LoadBalancerTask task)
    {
        foreach (var zone in loadBalancer.Zones.Where(z => task.Zones.Contains(z.Name)))
        {
            zone.PendingChanges -= task.Taken[zone.Name];
            zone.LastRefresh = world.Now;
        }
    }

    /// <summary>The refresh that is in the way of one of these zones.</summary>
    private static LoadBalancerTask? Running(World world, LoadBalancer loadBalancer, List<Zone> zones) => loadBalancer.Tasks.Find(task =>
        task.Action == LoadBalancerTask.Refresh
        && task.IsRunning
        && (world.Knobs.OneRefreshAtATime || zones.Exists(zone => task.Zones.Contains(zone.Name))));

    /// <summary>Why the stored configuration can not go live; null where it can.</summary>
    private static string? Complaint(LoadBalancer loadBalancer)
    {
        if (loadBalancer.HttpFrontends.Count == 0)
        {
            return $"{loadBalancer.ServiceName} has no frontend: there is nothing to apply";
        }
        return loadBalancer.HttpFrontends.Find(f => !f.IsValid) is { } invalid
            ? $"The frontend {invalid.FrontendId} has neither a default farm, nor a redirect location, nor a route"
            : null;
    }
}
