using OvhSimulator.Http;
using OvhSimulator.Terminations;
using OvhSimulator.Worlds;

namespace OvhSimulator.Ips;

/// <summary>/ip/service: Additional IPs by the name they are billed under, <c>ip-192.0.2.10</c> or <c>ip-198.51.100.0/30</c>.</summary>
internal static class IpServiceEndpoints
{
    private const string Path = "/ip/service/{serviceName}";

    public static void Map(Routes routes)
    {
        routes.Get("/ip/service", "ip:apiovh:service/get", call => call.World.Ips.Where(ip => ip.IsAdditional).Select(Name));
        routes.Get(Path, "ip:apiovh:service/get", call => Answer(call.World, Find(call)));
        routes.Put(Path, "ip:apiovh:service/edit", call => IpEndpoints.Describe(call, Find(call)));
        Termination.Map(routes, Path, "ip:apiovh:service/", Find);
    }

    private static string Name(IpBlock ip) =>
        "ip-" + (ip.Network.PrefixLength == 8 * ip.Network.BaseAddress.GetAddressBytes().Length
            ? ip.Network.BaseAddress.ToString()
            : ip.Ip);

    private static IpBlock Find(Call call)
    {
        var name = call.Path("serviceName");
        var found = call.World.Ips.Find(ip => ip.IsAdditional && Name(ip) == name) ?? throw ApiException.NoSuchService();
        return IpEndpoints.Find(call.World, found.Ip);
    }

    private static object Answer(World world, IpBlock ip) => new
    {
        ip.Ip,
        ip.Type,
        ip.Description,
        RoutedTo = RoutedTo.Of(world, ip),
        ip.Country,
        OrganisationId = (string?)null,
        CanBeTerminated = ip.IsAdditional,
        Iam = IpEndpoints.Iam(world, ip),
    };
}
