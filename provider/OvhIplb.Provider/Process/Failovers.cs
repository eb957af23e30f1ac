using OvhIplb.Api.Errors;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Provider.Process;

/// <summary>
/// The blocks routed to load balancers (<c>GET …/failover</c>), read once for all attachments that want to know at the same time:
/// however many IPs move to one load balancer, or are looked up on it, they cost one call.
/// </summary>
internal sealed class Failovers
{
    private readonly SingleFlight<IReadOnlyList<IpBlock>> _now;

    private readonly SingleFlight<IReadOnlyList<IpBlock>> _next;

    public Failovers(Session session)
    {
        _now = new((serviceName, cancellation) => session.Client.LoadBalancers.GetFailoversAsync(serviceName, cancellation));
        _next = new(async (serviceName, cancellation) =>
        {
            await session.Polling.PauseAsync(cancellation);
            return await session.Polling.LookAsync(token => _now.JoinAsync(serviceName, token), cancellation);
        });
    }

    /// <summary>Whether the block is listed now; null where the list cannot be had: no right to it, or no such load balancer.</summary>
    public Task<bool?> HasAsync(string serviceName, IpBlock block, CancellationToken cancellation) =>
        HasAsync(_now.JoinAsync(serviceName, cancellation), block);

    /// <summary>As <see cref="HasAsync(string, IpBlock, CancellationToken)"/>, one polling interval later.</summary>
    public Task<bool?> WillHaveAsync(string serviceName, IpBlock block, CancellationToken cancellation) =>
        HasAsync(_next.JoinAsync(serviceName, cancellation), block);

    /// <summary>The list; null where it cannot be had.</summary>
    /// <inheritdoc cref="HasAsync(string, IpBlock, CancellationToken)"/>
    public Task<IReadOnlyList<IpBlock>?> ListAsync(string serviceName, CancellationToken cancellation) =>
        ListAsync(_now.JoinAsync(serviceName, cancellation));

    private static async Task<bool?> HasAsync(Task<IReadOnlyList<IpBlock>> look, IpBlock block) =>
        (await ListAsync(look))?.Contains(block);

    private static async Task<IReadOnlyList<IpBlock>?> ListAsync(Task<IReadOnlyList<IpBlock>> look)
    {
        try
        {
            return await look;
        }
        catch (OvhApiException refused) when (refused.IsLackOfRight || refused is NotFoundException)
        {
            return null;
        }
    }
}
