using OvhSimulator.Worlds;

namespace OvhSimulator.Ips;

/// <summary>The route of an IP, as it is answered.</summary>
internal sealed record RoutedTo(string? ServiceName)
{
    public static RoutedTo? Of(World world, IpBlock ip) => ip.RoutedTo is { } service
        ? new RoutedTo(service)
        : world.Knobs.ParkedRoute switch
        {
            ParkedRoute.NullServiceName => new RoutedTo((string?)null),
            ParkedRoute.EmptyServiceName => new RoutedTo(""),
            _ => null,
        };
}
