using OvhSimulator.Http;
using OvhSimulator.Terminations;
using OvhSimulator.Worlds;

namespace OvhSimulator.LoadBalancers;

/// <summary>/ipLoadbalancing, the service itself, and what is read of it as a whole.</summary>
internal static class LoadBalancerEndpoints
{
    public const string Service = "/ipLoadbalancing/{serviceName}";

    public static void Map(Routes routes)
    {
        routes.Get("/ipLoadbalancing", "loadbalancer:apiovh:get", call => call.World.LoadBalancers.Select(l => l.ServiceName));
        routes.Get(Service, "loadbalancer:apiovh:get", call => Answer(call.World, Find(call)));
        routes.Put(Service, "loadbalancer:apiovh:put", Edit);
        routes.Get($"{Service}/failover", "loadbalancer:apiovh:failover/get", call =>
        {
            var loadBalancer = Find(call);
            return call.World.Ips.Where(ip => ip.IsAdditional && ip.RoutedTo == loadBalancer.ServiceName).Select(ip => ip.Ip);
        });
        routes.Get($"{Service}/status", "loadbalancer:apiovh:status/get", call => Status(Find(call)));
        Termination.Map(routes, Service, "loadbalancer:apiovh:", Find);
    }

    /// <summary>The load balancer the path names.</summary>
    public static LoadBalancer Find(Call call) => Find(call.World, call.Path("serviceName"));

    public static LoadBalancer Find(World world, string serviceName)
    {
        var loadBalancer = world.LoadBalancers.Find(l => l.ServiceName == serviceName) ?? throw ApiException.NoSuchService();
        return loadBalancer.Expired ? throw ApiException.Expired(world.Knobs.ExpiredMessage) : loadBalancer;
    }

    private static void Edit(Call call)
    {
        var loadBalancer = Find(call);
        string? displayName = call.Body.String("displayName"), sslConfiguration = call.Body.String("sslConfiguration");
        if (displayName is { Length: > 50 })
        {
            throw ApiException.BadRequest("[displayName] must not be longer than 50 characters");
        }
        if (sslConfiguration is not (null or "intermediate" or "modern"))
        {
            throw ApiException.BadRequest(
                $"[sslConfiguration] Given data ({sslConfiguration}) does not belong to the SslConfigurationEnum enumeration");
        }
        if (call.Body.Has("displayName"))
        {
            loadBalancer.DisplayName = displayName;
        }
        if (call.Body.Has("sslConfiguration") && sslConfiguration != loadBalancer.SslConfiguration)
        {
            loadBalancer.SslConfiguration = sslConfiguration;
            loadBalancer.RaisePendingChanges(ZoneNames.All);
        }
    }

    private static object Answer(World world, LoadBalancer loadBalancer) => new
    {
        loadBalancer.ServiceName,
        IpLoadbalancing = loadBalancer.Ipv4,
        loadBalancer.Ipv4,
        loadBalancer.Ipv6,
        loadBalancer.DisplayName,
        loadBalancer.SslConfiguration,
        loadBalancer.State,
        Offer = "lb1",
        Zone = loadBalancer.Zones.Select(z => ZoneNames.Show(world, z.Name)),
        OrderableZone = Array.Empty<object>(),
        VrackEligibility = true,
        VrackName = (string?)null,
        MetricsToken = (string?)null,
        Iam = new
        {
            Id = world.Identifiers.Uuid(loadBalancer.ServiceName),
            Urn = $"urn:v1:eu:resource:loadbalancer:{loadBalancer.ServiceName}",
            DisplayName = loadBalancer.DisplayName ?? loadBalancer.ServiceName,
            Tags = new Dictionary<string, string>(),
        },
    };

    private static object Status(LoadBalancer loadBalancer) => new
    {
        Service = new { Status = "ok" },
        Frontends = Component(loadBalancer.HttpFrontends.Count),
        Farms = Component(loadBalancer.HttpFarms.Count),
        Servers = Component(0),
    };

    private static object Component(int total) => new { Total = total, Status = new { Ok = total, Warn = 0, Error = 0, Unknown = 0 } };
}
