using OvhSimulator.Http;
using OvhSimulator.Worlds;

namespace OvhSimulator.LoadBalancers;

/// <summary>
/// http/frontend of a load balancer, and the list of the defined frontends. Every edit is a pending change of the zones it touches.
/// </summary>
internal static class HttpFrontendEndpoints
{
    private const string Frontends = $"{LoadBalancerEndpoints.Service}/http/frontend";

    public static void Map(Routes routes)
    {
        routes.Get($"{LoadBalancerEndpoints.Service}/definedFrontends", "loadbalancer:apiovh:definedFrontends/get", call =>
            LoadBalancerEndpoints.Find(call).HttpFrontends.Select(f => new { Type = "http", Id = f.FrontendId }));
        routes.Get(Frontends, "loadbalancer:apiovh:http/frontend/get", call =>
        {
            string? zone = call.Query("zone"), port = call.Query("port"), farm = call.Query("defaultFarmId"), ssl = call.Query(
                "defaultSslId");
            return LoadBalancerEndpoints.Find(call).HttpFrontends
                .Where(f => Filters.Is(zone, ZoneNames.Show(call.World, f.Zone)) && Filters.Like(port, f.Port)
                    && Filters.Is(farm, f.DefaultFarmId?.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    && Filters.Is(ssl, f.DefaultSslId?.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                .Select(f => f.FrontendId);
        });
        routes.Post(Frontends, "loadbalancer:apiovh:http/frontend/create", call =>
        {
            var loadBalancer = LoadBalancerEndpoints.Find(call);
            call.Body.AllowOnly(HttpFrontendBody.Writable);
            // Its value is read with everything else; here it only has to be there.
            call.Body.RequiredString("zone");
            var frontend = new HttpFrontend
            {
                FrontendId = call.World.Identifiers.Next("frontend"),
                Port = call.Body.RequiredString("port"),
            };
            HttpFrontendBody.Apply(call, loadBalancer, frontend);
            loadBalancer.HttpFrontends.Add(frontend);
            loadBalancer.RaisePendingChanges(frontend.Zone);
            return Answer(call.World, frontend);
        });
        routes.Get($"{Frontends}/{{frontendId}}", "loadbalancer:apiovh:http/frontend/get", call => Answer(call.World, Find(call)));
        routes.Put($"{Frontends}/{{frontendId}}", "loadbalancer:apiovh:http/frontend/edit", call =>
        {
            var loadBalancer = LoadBalancerEndpoints.Find(call);
            var frontend = Find(call);
            call.Body.AllowOnly([.. HttpFrontendBody.Writable, .. HttpFrontendBody.ReadOnly]);
            HttpFrontendBody.DemandUnchanged(call.Body, frontend);
            var before = frontend.Zone;
            HttpFrontendBody.Apply(call, loadBalancer, frontend);
            loadBalancer.RaisePendingChanges(frontend.Zone == before ? before : ZoneNames.All);
        });
        routes.Delete($"{Frontends}/{{frontendId}}", "loadbalancer:apiovh:http/frontend/delete", call =>
        {
            var loadBalancer = LoadBalancerEndpoints.Find(call);
            var frontend = Find(call);
            loadBalancer.HttpFrontends.Remove(frontend);
            loadBalancer.RaisePendingChanges(frontend.Zone);
        });
    }

    private static object Answer(World world, HttpFrontend frontend) => new
    {
        frontend.FrontendId,
        Zone = ZoneNames.Show(world, frontend.Zone),
        frontend.Port,
        frontend.Ssl,
        frontend.Hsts,
        frontend.DefaultSslId,
        frontend.DefaultFarmId,
        frontend.RedirectLocation,
        frontend.DedicatedIpfo,
        frontend.AllowedSource,
        frontend.DeniedSource,
        frontend.HttpHeader,
        frontend.Disabled,
        frontend.DisplayName,
        frontend.VrackNetworkId,
        frontend.VrackVrouterId,
    };

    private static HttpFrontend Find(Call call)
    {
        var id = call.Number("frontendId");
        return LoadBalancerEndpoints.Find(call).HttpFrontends.Find(f => f.FrontendId == id) ?? throw ApiException.NoSuchObject();
    }
}
