using System.Globalization;
using OvhSimulator.Http;
using OvhSimulator.Ips;

namespace OvhSimulator.LoadBalancers;

/// <summary>What a POST or PUT says of a frontend: what is absent stays, everything is checked before anything changes.</summary>
internal static class HttpFrontendBody
{
    public static void Apply(Call call, LoadBalancer loadBalancer, HttpFrontend frontend)
    {
        var body = call.Body;
        string zone = body.String("zone") is { } shown ? FindZone(call, loadBalancer, shown) : frontend.Zone;
        string port = body.String("port") ?? frontend.Port;
        long? farm = Given(body, "defaultFarmId", frontend.DefaultFarmId, body.Long);
        long? certificate = Given(body, "defaultSslId", frontend.DefaultSslId, body.Long);
        var dedicated = Given(body, "dedicatedIpfo", frontend.DedicatedIpfo, body.Strings);
        var allowed = Given(body, "allowedSource", frontend.AllowedSource, body.Strings);
        var denied = Given(body, "deniedSource", frontend.DeniedSource, body.Strings);
        string? redirect = Given(body, "redirectLocation", frontend.RedirectLocation, body.String);
        string? displayName = Given(body, "displayName", frontend.DisplayName, body.String);
        var headers = Given(body, "httpHeader", frontend.HttpHeader, body.Strings);
        bool ssl = body.Boolean("ssl") ?? frontend.Ssl;
        bool hsts = body.Boolean("hsts") ?? frontend.Hsts;
        bool disabled = body.Boolean("disabled") ?? frontend.Disabled;

        Demand(port.Split(',', '-').All(IsPort), $"[port] Given data ({port}) is not valid");
        Demand(farm is null || loadBalancer.HttpFarms.Contains(farm.Value), $"[defaultFarmId] The farm {farm} does not exist");
        Demand(allowed is null || denied is null, "allowedSource and deniedSource can not be given both");
        Demand(dedicated is null || dedicated.TrueForAll(block => IsRouted(call, loadBalancer, block)), "[dedicatedIpfo] is not routed to this load balancer");
        if (certificate == 0)
        {
            // Users report exactly this answer for zero instead of null.
            throw ApiException.Service(500, "Server::InternalServerError", "Internal server error");
        }
        Demand(certificate is null || loadBalancer.Certificates.Exists(c => c.Id == certificate), $"[defaultSslId] The certificate {certificate} does not exist");

        (frontend.Zone, frontend.Port, frontend.DefaultFarmId, frontend.DefaultSslId) = (zone, port, farm, certificate);
        (frontend.DedicatedIpfo, frontend.AllowedSource, frontend.DeniedSource) = (dedicated, allowed, denied);
        (frontend.RedirectLocation, frontend.DisplayName, frontend.HttpHeader) = (redirect, displayName, headers);
        (frontend.Ssl, frontend.Hsts, frontend.Disabled) = (ssl, hsts, disabled);
    }

    private static string FindZone(Call call, LoadBalancer loadBalancer, string shown) => shown == ZoneNames.All
        ? shown
        : ZoneNames.Find(call.World, loadBalancer, shown)?.Name
            ?? throw ApiException.BadRequest($"[zone] {loadBalancer.ServiceName} is not in the zone {shown}");

    private static T? Given<T>(Body body, string name, T? current, Func<string, T?> read) => body.Has(name) ? read(name) : current;

    private static bool IsPort(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is >= 1 and <= 49151;

    private static bool IsRouted(Call call, LoadBalancer loadBalancer, string text) => IpBlock.Parse(text) is { } block
        && call.World.Ips.Exists(ip => ip.RoutedTo == loadBalancer.ServiceName && ip.Ip == block.ToString());

    private static void Demand(bool condition, string complaint)
    {
        if (!condition)
        {
            throw ApiException.BadRequest(complaint);
        }
    }
}
