using OvhSimulator.Http;
using OvhSimulator.Worlds;

namespace OvhSimulator.LoadBalancers;

/// <summary>pendingChanges, refresh, and the tasks of a load balancer.</summary>
internal static class RefreshEndpoints
{
    private const string Service = LoadBalancerEndpoints.Service;

    public static void Map(Routes routes)
    {
        routes.Get($"{Service}/pendingChanges", "loadbalancer:apiovh:pendingChanges/get", call => LoadBalancerEndpoints.Find(call).Zones
            .Where(z => z.PendingChanges > 0)
            .Select(z => new { Zone = ZoneNames.Show(call.World, z.Name), Number = z.PendingChanges }));
        routes.Post($"{Service}/refresh", "loadbalancer:apiovh:refresh", call =>
        {
            var loadBalancer = LoadBalancerEndpoints.Find(call);
            var zone = call.Body.String("zone");
            if (call.World.Knobs.RefuseRefreshWithoutBody && call.Body.IsAbsent)
            {
                throw ApiException.BadRequest("The body must be a JSON object");
            }
            if (call.World.Knobs.RefuseRefreshOfNullZone && zone is null && call.Body.Has("zone"))
            {
                throw ApiException.BadRequest("[zone] Given data (null) is not valid for type string");
            }
            return Answer(call.World, Refreshes.Start(call.World, loadBalancer, zone));
        });
        routes.Get(
            $"{Service}/task",
            "loadbalancer:apiovh:task/get",
            call => LoadBalancerEndpoints.Find(call).Tasks.Where(Filter(call)).Select(task => task.Id));
        routes.Get($"{Service}/task/{{id}}", "loadbalancer:apiovh:task/get", call =>
        {
            var id = call.Number("id");
            return Answer(call.World, LoadBalancerEndpoints.Find(call).Tasks.Find(t => t.Id == id) ?? throw ApiException.NoSuchObject());
        });
    }

    public static object Answer(World world, LoadBalancerTask task) => new
    {
        task.Id,
        task.Action,
        task.Status,
        Progress = task.Progress(world.Now),
        task.CreationDate,
        task.DoneDate,
        Zones = task.Zones.Select(zone => ZoneNames.Show(world, zone)),
    };

    private static Func<LoadBalancerTask, bool> Filter(Call call)
    {
        string? action = call.Query("action"), status = call.Query("status");
        var createdFrom = call.QueryDate("creationDate.from");
        var createdTo = call.QueryDate("creationDate.to");
        var doneFrom = call.QueryDate("doneDate.from");
        var doneTo = call.QueryDate("doneDate.to");
        return task => Filters.Is(action, task.Action)
            && Filters.Is(status, task.Status)
            && (createdFrom is null || task.CreationDate >= createdFrom)
            && (createdTo is null || task.CreationDate <= createdTo)
            && (doneFrom is null || task.DoneDate >= doneFrom)
            && (doneTo is null || task.DoneDate <= doneTo);
    }
}
