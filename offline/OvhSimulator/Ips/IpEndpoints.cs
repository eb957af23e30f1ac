using System.Globalization;
using System.Net;
using System.Net.Sockets;
using OvhSimulator.Http;
using OvhSimulator.Worlds;

namespace OvhSimulator.Ips;

/// <summary>/ip and /ip/{ip}.</summary>
internal static class IpEndpoints
{
    public static void Map(Routes routes)
    {
        routes.Get("/ip", "ip:apiovh:get", call => call.World.Ips.Where(Filter(call)).Select(ip => ip.Ip));
        routes.Get("/ip/{ip}", "ip:apiovh:get", call => Answer(call.World, Find(call)));
        routes.Put("/ip/{ip}", "ip:apiovh:edit", call => Describe(call, Find(call)));
    }

    /// <summary>Takes over the one thing that can be edited.</summary>
    public static void Describe(Call call, IpBlock ip)
    {
        if (call.Body.Has("description"))
        {
            ip.Description = call.Body.String("description");
        }
    }

    public static object Iam(World world, IpBlock ip) => new
    {
        Id = world.Identifiers.Uuid(ip.Ip),
        Urn = $"urn:v1:eu:resource:ip:{ip.Ip}",
        DisplayName = ip.Ip,
        Tags = new Dictionary<string, string>(),
    };

    /// <summary>The block the path names.</summary>
    public static IpBlock Find(Call call) => Find(call.World, call.Path("ip"));

    /// <summary>The block of that name: an address alone means the block of that one address.</summary>
    public static IpBlock Find(World world, string text)
    {
        if (IpBlock.Parse(text) is not { } network)
        {
            throw ApiException.BadRequest($"[ip] Given data ({text}) is not valid for type ipBlock");
        }
        var ip = world.Ips.Find(ip => ip.Ip == network.ToString()) ?? throw ApiException.NoSuchService();
        return ip.Expired ? throw ApiException.Expired(world.Knobs.ExpiredMessage) : ip;
    }

    private static Func<IpBlock, bool> Filter(Call call)
    {
        string? type = call.Query("type"), routedTo = call.Query("routedTo.serviceName"), description = call.Query("description");
        string? version = call.Query("version"), additional = call.Query("isAdditionalIp"), campus = call.Query("campus");
        IPNetwork? block = call.Query("ip") is not { } text
            ? null
            : IpBlock.Parse(text) ?? throw ApiException.BadRequest($"[ip] Given data ({text}) is not valid for type ipBlock");
        return ip => Filters.Is(type, ip.Type)
            && Filters.Like(routedTo, ip.RoutedTo)
            && Filters.Like(description, ip.Description)
            && Filters.Is(version, Version(ip).ToString(CultureInfo.InvariantCulture))
            && (additional is null || additional.Equals(ip.IsAdditional.ToString(), StringComparison.OrdinalIgnoreCase))
            // No block of this world has a campus, so the filter finds nothing.
            && campus is null
            && (block is not { } wanted || (wanted.PrefixLength >= ip.Network.PrefixLength && ip.Network.Contains(wanted.BaseAddress)));
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
        Version = Version(ip),
        IsAdditionalIp = ip.IsAdditional,
        BringYourOwnIp = false,
        Campus = (string?)null,
        Regions = new[] { Regions.Name(ip.Datacentre) },
        Rir = "RIPE",
        Iam = Iam(world, ip),
    };

    private static int Version(IpBlock ip) => ip.Network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 4 : 6;
}
