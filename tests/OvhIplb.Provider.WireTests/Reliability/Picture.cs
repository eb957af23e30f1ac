using System.Globalization;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>
/// The world as far as it matters how a run ends: where IPs are, which certificates there are, what runs, and what is not live.
/// </summary>
/// <param name="There">Everything but what is not live.</param>
/// <param name="NotLive">Saved changes that are not live, by zone.</param>
internal sealed record Picture(string There, string NotLive)
{
    public static Picture Of(World world) => new(
        string.Join('\n', world.Ips.Select(static ip => $"{ip.Ip} on {ip.RoutedTo ?? "nothing"}")
            .Concat(world.LoadBalancers.SelectMany(static balancer => balancer.Certificates).Select(static one =>
                $"certificate for {string.Join(", ", one.San)}, called {one.DisplayName ?? "nothing"}"))
            .Concat(world.Ips.SelectMany(static ip => ip.Tasks).Where(static task => task.DoneDate is null)
                .Select(static task => $"{task.Function} is {task.Status}"))
            .Concat(world.LoadBalancers.SelectMany(static balancer => balancer.Tasks)
                .Where(static task => task.DoneDate is null && task.Status != "cancelled")
                .Select(static task => $"{task.Action} is {task.Status}"))),
        string.Join('\n', world.LoadBalancers.SelectMany(static balancer => balancer.Zones).Where(static zone => zone.PendingChanges > 0)
            .Select(static zone => string.Create(CultureInfo.InvariantCulture, $"{zone.PendingChanges} in {zone.Name}"))));
}
