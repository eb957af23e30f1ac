using OvhSimulator.Http;

namespace OvhSimulator.LoadBalancers;

/// <summary>What a load balancer has per zone: instances, source addresses, quotas.</summary>
internal static class ZoneEndpoints
{
    private const string Service = LoadBalancerEndpoints.Service;

    public static void Map(Routes routes)
    {
        routes.Get($"{Service}/zone", "loadbalancer:apiovh:zone/get", call => LoadBalancerEndpoints.Find(call).Zones.Select(z => z.Name));
        routes.Get($"{Service}/zone/{{name}}", "loadbalancer:apiovh:zone/get", call => new { Find(call, "name").Name, State = "ok" });
        routes.Get($"{Service}/natIp", "loadbalancer:apiovh:natIp/get", call => LoadBalancerEndpoints.Find(call).Zones.Select(z => new { Zone = z.Name, Ip = z.NatIps }));
        routes.Get($"{Service}/instancesState", "loadbalancer:apiovh:instancesState/get", call =>
        {
            var loadBalancer = LoadBalancerEndpoints.Find(call);
            if (call.World.Knobs.InstancesStateGone)
            {
                throw ApiException.NoSuchUrl();
            }
            return loadBalancer.Zones.Select(zone => Instance(loadBalancer, zone));
        });
        routes.Get($"{Service}/quota", "loadbalancer:apiovh:quota/get", call => LoadBalancerEndpoints.Find(call).Zones.Select(z => z.Name));
        routes.Get($"{Service}/quota/{{zone}}", "loadbalancer:apiovh:quota/get", call =>
        {
            var zone = Find(call, "zone");
            return new
            {
                Zone = zone.Name,
                Included = (long?)null,
                Total = (long?)0,
                Alert = zone.QuotaAlert,
                LastUpdateDate = (DateTimeOffset?)call.World.Now,
                ResetDate = (DateTimeOffset?)null,
            };
        });
        routes.Put($"{Service}/quota/{{zone}}", "loadbalancer:apiovh:quota/edit", call =>
        {
            var zone = Find(call, "zone");
            if (call.Body.Has("alert"))
            {
                zone.QuotaAlert = call.Body.Long("alert");
            }
        });
    }

    private static object Instance(LoadBalancer loadBalancer, Zone zone)
    {
        var refresh = loadBalancer.Tasks.Find(task =>
            task.Action == LoadBalancerTask.Refresh && task.Status == "doing" && task.Zones.Contains(zone.Name));
        return new
        {
            zone.InternalId,
            Zone = zone.Name,
            State = refresh is null ? "running" : "reload",
            LastUpdateDate = refresh?.DoingFrom ?? zone.LastRefresh,
        };
    }

    private static Zone Find(Call call, string parameter)
    {
        string name = call.Path(parameter);
        return LoadBalancerEndpoints.Find(call).Zones.Find(z => z.Name == name) ?? throw ApiException.NoSuchObject();
    }
}
