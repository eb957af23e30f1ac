using OvhSimulator.Http;

namespace OvhSimulator.LoadBalancers;

/// <summary>http/frontend of a load balancer, and the lists of what is defined. Every edit is a pending change of the zones it touches.</summary>
internal static class HttpFrontendEndpoints
{
    private const string Frontends = $"{LoadBalancerEndpoints.Service}/http/frontend";

    public static void Map(Routes routes)
    {
        routes.Get($"{LoadBalancerEndpoints.Service}/definedFrontends", "loadbalancer:apiovh:definedFrontends/get", call =>
            LoadBalancerEndpoints.Find(call).HttpFrontends.Select(f => new { Type = "http", Id = f.FrontendId }));
        routes.Get($"{LoadBalancerEndpoints.Service}/definedFarms", "loadbalancer:apiovh:definedFarms/get", call =>
            LoadBalancerEndpoints.Find(call).HttpFarms.Select(id => new { Type = "http", Id = id }));
        routes.Get(Frontends, "loadbalancer:apiovh:http/frontend/get", call =>
        {
            string? zone = call.Query("zone"), port = call.Query("port"), farm = call.Query("defaultFarmId"), ssl = call.Query("defaultSslId");
            return LoadBalancerEndpoints.Find(call).HttpFrontends
                .Where(f => Filters.Is(zone, f.Zone) && Filters.Like(port, f.Port)
                    && Filters.Is(farm, f.DefaultFarmId?.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    && Filters.Is(ssl, f.DefaultSslId?.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                .Select(f => f.FrontendId);
        });
        routes.Post(Frontends, "loadbalancer:apiovh:http/frontend/create", call =>
        {
            var loadBalancer = LoadBalancerEndpoints.Find(call);
            var frontend = new HttpFrontend
            {
                FrontendId = call.World.Identifiers.Next("frontend"),
                Zone = call.Body.RequiredString("zone"),
                Port = call.Body.RequiredString("port"),
            };
            HttpFrontendBody.Apply(call, loadBalancer, frontend);
            loadBalancer.HttpFrontends.Add(frontend);
            loadBalancer.RaisePendingChanges(frontend.Zone);
            return frontend;
        });
        routes.Get($"{Frontends}/{{frontendId}}", "loadbalancer:apiovh:http/frontend/get", call => Find(call));
        routes.Put($"{Frontends}/{{frontendId}}", "loadbalancer:apiovh:http/frontend/edit", call =>
        {
            var loadBalancer = LoadBalancerEndpoints.Find(call);
            var frontend = Find(call);
            string before = frontend.Zone;
            HttpFrontendBody.Apply(call, loadBalancer, frontend);
            loadBalancer.RaisePendingChanges(frontend.Zone == before ? before : "all");
        });
        routes.Delete($"{Frontends}/{{frontendId}}", "loadbalancer:apiovh:http/frontend/delete", call =>
        {
            var loadBalancer = LoadBalancerEndpoints.Find(call);
            var frontend = Find(call);
            loadBalancer.HttpFrontends.Remove(frontend);
            loadBalancer.RaisePendingChanges(frontend.Zone);
        });
    }

    private static HttpFrontend Find(Call call)
    {
        long id = call.Number("frontendId");
        return LoadBalancerEndpoints.Find(call).HttpFrontends.Find(f => f.FrontendId == id) ?? throw ApiException.NoSuchObject();
    }
}
