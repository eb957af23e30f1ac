using System.Net;
using System.Net.Sockets;
using OvhSimulator.Http;
using OvhSimulator.Ips;

namespace OvhSimulator.LoadBalancers;

/// <summary>What a POST or PUT says of a frontend: what is absent stays, everything is checked before anything changes.</summary>
internal static class HttpFrontendBody
{
    /// <summary>What a POST or a PUT can set.</summary>
    public static readonly string[] Writable =
    [
        "allowedSource", "dedicatedIpfo", "defaultFarmId", "defaultSslId", "deniedSource", "disabled", "displayName",
        "hsts", "httpHeader", "port",
        "redirectLocation", "ssl", "zone",
    ];

    /// <summary>What a PUT can only repeat.</summary>
    public static readonly string[] ReadOnly = ["frontendId", "vrackNetworkId", "vrackVrouterId"];

    public static void DemandUnchanged(Body body, HttpFrontend frontend)
    {
        long?[] present = [frontend.FrontendId, frontend.VrackNetworkId, frontend.VrackVrouterId];
        foreach (var (name, value) in ReadOnly.Zip(present))
        {
            Demand(Given(body, name, value, body.Long) == value, $"[{name}] can not be changed");
        }
    }

    public static void Apply(Call call, LoadBalancer loadBalancer, HttpFrontend frontend)
    {
        var body = call.Body;
        var zone = body.String("zone") is { } shown ? FindZone(call, loadBalancer, shown) : frontend.Zone;
        var port = body.String("port") ?? frontend.Port;
        var farm = Given(body, "defaultFarmId", frontend.DefaultFarmId, body.Long);
        var certificate = Given(body, "defaultSslId", frontend.DefaultSslId, body.Long);
        var dedicated = Given(body, "dedicatedIpfo", frontend.DedicatedIpfo, name => Blocks(body, name));
        var allowed = Given(body, "allowedSource", frontend.AllowedSource, name => Blocks(body, name));
        var denied = Given(body, "deniedSource", frontend.DeniedSource, name => Blocks(body, name));
        var redirect = Given(body, "redirectLocation", frontend.RedirectLocation, body.String);
        var displayName = Given(body, "displayName", frontend.DisplayName, body.String);
        var headers = Given(body, "httpHeader", frontend.HttpHeader, name => NullIfEmpty(body.Strings(name)));
        var ssl = body.Boolean("ssl") ?? frontend.Ssl;
        var hsts = body.Boolean("hsts") ?? frontend.Hsts;
        var disabled = body.Boolean("disabled") ?? frontend.Disabled;

        var ports = Ports.Parse(port) ?? throw ApiException.BadRequest($"[port] Given data ({port}) is not valid");
        Demand(farm is null || loadBalancer.HttpFarms.Contains(farm.Value), $"[defaultFarmId] The farm {farm} does not exist");
        Demand(allowed is null || denied is null, "allowedSource and deniedSource can not be given both");
        Demand(
            dedicated is null || dedicated.TrueForAll(block => IsRouted(call, loadBalancer, block)),
            "[dedicatedIpfo] is not routed to this load balancer");
        if (certificate == 0)
        {
            // Users report exactly this answer for zero instead of null.
            throw ApiException.Service(500, "Server::InternalServerError", "Internal server error");
        }
        Demand(
            certificate is null || loadBalancer.Certificates.Exists(c => c.Id == certificate),
            $"[defaultSslId] The certificate {certificate} does not exist");
        if (loadBalancer.HttpFrontends.Find(other => other != frontend && other.ListensBeside(zone, ports, dedicated)) is { } rival)
        {
            throw ApiException.Refused(
                call.World.Knobs.PortClash,
                $"[port] The frontend {rival.FrontendId} listens on {rival.Port} of the same addresses already");
        }

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

    /// <summary>IPv4 blocks in block form; null where there are none.</summary>
    private static List<string>? Blocks(Body body, string name) => NullIfEmpty(body.Strings(name)?.ConvertAll(text =>
        Ipv4Block(text)?.ToString() ?? throw ApiException.BadRequest($"[{name}] Given data ({text}) is not valid for type ipv4Block")));

    /// <summary>OVH's own Terraform provider sends an empty list for every list that is not set.</summary>
    private static List<string>? NullIfEmpty(List<string>? list) => list is [] ? null : list;

    // .NET also takes short forms, "10.1" for 10.0.0.1, and host bits, which it drops.
    private static IPNetwork? Ipv4Block(
        string text) => IpBlock.Parse(text) is { BaseAddress.AddressFamily: AddressFamily.InterNetwork } block
        && text.Split('/')[0] is var address
        && address.Split('.').Length == 4
        && block.BaseAddress.Equals(IPAddress.Parse(address))
            ? block
            : null;

    private static bool IsRouted(Call call, LoadBalancer loadBalancer, string block) =>
        call.World.Ips.Exists(ip => ip.RoutedTo == loadBalancer.ServiceName && ip.Ip == block);

    private static void Demand(bool condition, string complaint)
    {
        if (!condition)
        {
            throw ApiException.BadRequest(complaint);
        }
    }
}
