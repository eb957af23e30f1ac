using OvhSimulator.Ips;
using OvhSimulator.LoadBalancers;
using OvhSimulator.Worlds;

namespace OvhSimulator.Control;

/// <summary>Work that another user of the account starts, under the API's own rules.</summary>
/// <param name="Function"><c>genericMoveFloatingIp</c> or <c>refreshIplb</c>.</param>
/// <param name="Ip">The block to move, or its address alone where it is one address.</param>
/// <param name="To">The service to move it to; null parks it.</param>
/// <param name="ServiceName">The load balancer to refresh.</param>
/// <param name="Zone">The zone to refresh; null for all.</param>
public sealed record TaskRequest(string Function, string? Ip = null, string? To = null, string? ServiceName = null, string? Zone = null)
{
    internal long Start(World world)
    {
        switch (Function)
        {
            case IpTask.MoveFunction:
                var ip = IpEndpoints.Find(world, Ip ?? throw Missing("ip"));
                return (To is null ? Moves.Park(world, ip) : Moves.Move(world, ip, To)).TaskId;
            case LoadBalancerTask.Refresh:
                var loadBalancer = LoadBalancerEndpoints.Find(world, ServiceName ?? throw Missing("serviceName"));
                return Refreshes.Start(world, loadBalancer, Zone).Id;
            default:
                throw new ArgumentException($"There is no task '{Function}' to start.");
        }
    }

    private ArgumentException Missing(string name) => new($"A task {Function} needs '{name}'.");
}
