using OvhSimulator.Http;
using OvhSimulator.Ips;
using OvhSimulator.Worlds;

namespace OvhSimulator.LoadBalancers;

/// <summary>What a load balancer has per zone: instances, source addresses, quotas.</summary>
internal static class ZoneEndpoints
{
    private const string Service = LoadBalancerEndpoints.Service;

    public static void Map(Routes routes)
    {
        routes.Get("/ipLoadbalancing/availableZones", "account:apiovh:loadbalancer/availableZones/get", call =>
            call.World.Knobs.AvailableZonesGone
                ? throw ApiException.NoSuchUrl()
                : Regions.Datacentres.Select(zone => ZoneNames.Show(call.World, zone)));
        routes.Get($"{Service}/zone", "loadbalancer:apiovh:zone/get", Names);
        routes.Get($"{Service}/zone/{{name}}", "loadbalancer:apiovh:zone/get", call => new
        {
            Name = ZoneNames.Show(call.World, Find(call, "name").Name),
            State = call.World.Knobs.ZoneState,
        });
        routes.Get($"{Service}/natIp", "loadbalancer:apiovh:natIp/get", call =>
            LoadBalancerEndpoints.Find(call).Zones.Select(z => new { Zone = ZoneNames.Show(call.World, z.Name), Ip = z.NatIps }));
        // No schema knows this call any more, so no IAM action is known either.
        routes.Get($"{Service}/listNatIp", action: null, call =>
        {
            var loadBalancer = LoadBalancerEndpoints.Find(call);
            return call.World.Knobs.ListNatIpAnswers ? loadBalancer.Zones.SelectMany(z => z.NatIps) : throw ApiException.NoSuchUrl();
        });
        routes.Get($"{Service}/instancesState", "loadbalancer:apiovh:instancesState/get", call =>
        {
            var loadBalancer = LoadBalancerEndpoints.Find(call);
            return call.World.Knobs.InstancesStateGone
                ? throw ApiException.NoSuchUrl()
                : loadBalancer.Zones.Select(zone => Instance(call.World, loadBalancer, zone));
        });
        routes.Get($"{Service}/quota", "loadbalancer:apiovh:quota/get", Names);
        routes.Get($"{Service}/quota/{{zone}}", "loadbalancer:apiovh:quota/get", call =>
        {
            var zone = Find(call, "zone");
            return new
            {
                Zone = ZoneNames.Show(call.World, zone.Name),
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

    private static IEnumerable<string> Names(Call call) =>
        LoadBalancerEndpoints.Find(call).Zones.Select(z => ZoneNames.Show(call.World, z.Name));

    private static object Instance(World world, LoadBalancer loadBalancer, Zone zone)
    {
        var refresh = loadBalancer.Tasks.Find(task =>
            task.Action == LoadBalancerTask.Refresh && task.Status == "doing" && task.Zones.Contains(zone.Name));
        return new
        {
            zone.InternalId,
            Zone = ZoneNames.Show(world, zone.Name),
            State = refresh is null ? "running" : "reload",
            LastUpdateDate = refresh?.DoingFrom ?? zone.LastRefresh,
        };
    }

    private static Zone Find(Call call, string parameter) =>
        ZoneNames.Find(call.World, LoadBalancerEndpoints.Find(call), call.Path(parameter)) ?? throw ApiException.NoSuchObject();
}
