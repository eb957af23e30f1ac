using OvhSimulator.Worlds;

namespace OvhSimulator.LoadBalancers;

/// <summary>The letter case of zone names. The world keeps them in lower case.</summary>
internal static class ZoneNames
{
    public const string All = "all";

    /// <summary>The name in answers, and the only one accepted.</summary>
    public static string Show(World world, string zone) =>
        world.Knobs.UpperCaseZoneNames && zone != All ? zone.ToUpperInvariant() : zone;

    public static Zone? Find(World world, LoadBalancer loadBalancer, string shown) =>
        loadBalancer.Zones.Find(zone => Show(world, zone.Name) == shown);
}
