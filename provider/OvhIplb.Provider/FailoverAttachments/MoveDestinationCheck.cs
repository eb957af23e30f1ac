using OvhIplb.Api.Errors;
using OvhIplb.Api.Ips;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>Says before a move is tried why it cannot be.</summary>
internal static class MoveDestinationCheck
{
    /// <returns>Whether to go on; otherwise the block has arrived there meanwhile, and where it is, is never listed.</returns>
    /// <exception cref="InputException">The API does not list the load balancer among the block's destinations.</exception>
    public static async Task<bool> RequireAsync(Session session, FailoverAttachmentId id, CancellationToken cancellation)
    {
        MoveDestinations legal;
        try
        {
            legal = await session.Client.Ips.GetMoveDestinationsAsync(id.Block, cancellation);
        }
        catch (Exception exception) when (exception is ForbiddenException or AuthenticationRefusedException or NotFoundException)
        {
            // Seeing destinations takes a right that moving does not, and the call is a beta: then the move itself has to tell.
            return true;
        }

        if (legal.IpLoadbalancing.All(destination => destination.Service != id.ServiceName))
        {
            var now = await session.Client.Ips.GetAsync(id.Block, cancellation);
            if (now.RoutedService == id.ServiceName)
            {
                return false;
            }

            await RequireLoadBalancerAsync(session, id.ServiceName, cancellation);
            throw new InputException(
                FailoverAttachmentSchema.ServiceName.Name,
                $"{id.Block} cannot be moved to {id.ServiceName}: the API does not list it among the block's destinations ("
                + (legal.IpLoadbalancing.Count == 0 ? "it lists no load balancer" : "it lists " + Listed(legal))
                + "). A block stays within its region, moves only as a whole, and some products have to park it first.");
        }

        return true;
    }

    /// <summary>The API lists the addresses of a load balancer itself among the IPs; they never leave it.</summary>
    public static void RequireFailover(Ip ip)
    {
        if (ip.Type == IpType.LoadBalancing)
        {
            throw new InputException(
                FailoverAttachmentSchema.Ip.Name,
                $"{ip.Block} is an address of a load balancer itself, not a failover IP: it cannot be moved or parked.");
        }
    }

    private static async Task RequireLoadBalancerAsync(Session session, string serviceName, CancellationToken cancellation)
    {
        try
        {
            await session.Client.LoadBalancers.GetAsync(serviceName, cancellation);
        }
        catch (NotFoundException notFound)
        {
            throw Process.ServiceName.Unknown(serviceName, notFound);
        }
        catch (Exception exception) when (exception is ForbiddenException or AuthenticationRefusedException)
        {
            // Whether it exists may not be seen, so only what the destinations say is told.
        }
    }

    private static string Listed(MoveDestinations legal)
    {
        const int shown = 5;
        var names = string.Join(", ", legal.IpLoadbalancing.Take(shown).Select(static destination => destination.Service));
        return legal.IpLoadbalancing.Count > shown ? $"{names} and {legal.IpLoadbalancing.Count - shown} more" : names;
    }
}
