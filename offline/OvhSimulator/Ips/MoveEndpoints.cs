using OvhSimulator.Http;
using OvhSimulator.Worlds;

namespace OvhSimulator.Ips;

/// <summary>/ip/{ip}/move, /park and /task.</summary>
internal static class MoveEndpoints
{
    public static void Map(Routes routes)
    {
        routes.Get("/ip/{ip}/move", "ip:apiovh:move/get", call =>
        {
            var (loadBalancers, dedicatedServers) = Moves.Destinations(call.World, IpEndpoints.Find(call));
            return new
            {
                CloudProject = Array.Empty<object>(),
                DedicatedCloud = Array.Empty<object>(),
                DedicatedServer = dedicatedServers.Select(Destination),
                HostingReseller = Array.Empty<object>(),
                IpLoadbalancing = loadBalancers.Select(Destination),
                Vps = Array.Empty<object>(),
            };
        });
        routes.Post("/ip/{ip}/move", "ip:apiovh:move", call =>
        {
            var ip = IpEndpoints.Find(call);
            var to = call.Body.RequiredString("to");
            call.Demand(ReceivingAction(call.World, to));
            if (call.Body.String("nexthop") is { } nexthop)
            {
                throw ApiException.BadRequest($"[nexthop] {to} has no next hop {nexthop}");
            }
            return Answer(Moves.Move(call.World, ip, to));
        });
        routes.Post("/ip/{ip}/park", "ip:apiovh:park", call => Answer(Moves.Park(call.World, IpEndpoints.Find(call))));
        routes.Get("/ip/{ip}/task", "ip:apiovh:task/get", call =>
        {
            string? function = call.Query("function"), status = call.Query("status");
            return IpEndpoints.Find(call).Tasks
                .Where(task => task.ListedFrom <= call.World.Now && Filters.Is(function, task.Function) && Filters.Is(status, task.Status))
                .Select(task => task.TaskId);
        });
        routes.Get("/ip/{ip}/task/{taskId}", "ip:apiovh:task/get", call =>
        {
            var ip = IpEndpoints.Find(call);
            var id = call.Number("taskId");
            var task = ip.Tasks.Find(task => task.TaskId == id && task.StartDate + call.World.Durations.IpTaskReadLag <= call.World.Now);
            return Answer(task ?? throw ApiException.NoSuchObject());
        });
    }

    /// <summary>The right a move needs on the service that is to receive the IP.</summary>
    private static string ReceivingAction(World world, string to) =>
        world.DedicatedServers.Exists(server => server.ServiceName == to)
            ? "dedicatedServer:apiovh:ip/additionalIp/move"
            : "loadbalancer:apiovh:ip/additionalIp/move";

    private static object Destination(string service) => new { Service = service, Nexthop = (string[]?)null };

    private static object Answer(IpTask task) => new
    {
        task.TaskId,
        task.Function,
        task.Status,
        task.StartDate,
        task.LastUpdate,
        task.DoneDate,
        task.Comment,
        Destination = task.Destination is null ? null : new RoutedTo(task.Destination),
    };
}
