using OvhIplb.Api.Certificates;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>Follows an order to its end and finds what was delivered.</summary>
internal sealed class FreeCertificateDelivery(Session session, FreeCertificateId id, IOperationLog log, Deadline deadline)
{
    /// <summary>What an order has made may be missing from the lists for some seconds.</summary>
    private static readonly TimeSpan ListLag = TimeSpan.FromMinutes(1);

    private readonly FreeCertificateInventory _inventory = new(session, id.ServiceName);

    /// <param name="order">The order's task.</param>
    /// <param name="known">The certificates that were there before it was done.</param>
    /// <param name="unfinished">What to throw for a reason that leaves the order alive.</param>
    /// <exception cref="OperationException">The order failed.</exception>
    public async Task<Certificate> AwaitAsync(LoadBalancerTask order, IReadOnlyList<Certificate> known, Func<string, Exception> unfinished)
    {
        var what = $"the certificate for {id.Listed} on {id.ServiceName} (task {order.Id})";
        Certificate? delivered = null;
        await PartialState.KeepAsync(
            deadline,
            $"the delivery of {what}, for which A and AAAA records of every name have to point to the load balancer or one of its "
                + $"failover IPs,",
            unfinished,
            async () =>
            {
                var ended = await FollowAsync(order);
                delivered = ended.Status == LoadBalancerTaskStatus.Done ? await FindAsync(known) : throw Failed(ended, unfinished);
            });
        return delivered
            ?? throw unfinished(
                $"{what} was ordered and the order is done, but no such certificate is listed yet. Run `pulumi up` again to look for it.");
    }

    private async Task<LoadBalancerTask> FollowAsync(LoadBalancerTask order) => LoadBalancerTasks.HasEnded(order)
        ? order
        : await session.Polling.UntilAsync(
        cancellation => session.Client.LoadBalancers.GetTaskAsync(id.ServiceName, order.Id, cancellation),
        LoadBalancerTasks.HasEnded,
        (seen, elapsed) => log.Wait(
            $"ordering a certificate: task {seen.Id} {seen.Status}, {seen.Progress} %", elapsed, $"; every name has to point to "
                + $"{id.ServiceName}"),
        deadline.Token);

    private async Task<Certificate?> FindAsync(IReadOnlyList<Certificate> known)
    {
        // However long the first look takes, as where many are ordered at once, the time for a lag begins after it.
        var now = await session.Polling.LookAsync(_inventory.ListAsync, deadline.Token);
        using var patience = Deadline.In(ListLag, session.Time, deadline.Token);
        try
        {
            return Exactly(now, known) ?? await session.Polling.UntilAsync(
                async cancellation => Exactly(now = await _inventory.ListAsync(cancellation), known),
                static found => found is not null,
                (_, elapsed) => log.Wait($"the order is done; looking for the certificate for {id.Listed}", elapsed),
                patience.Token);
        }
        catch (OperationCanceledException) when (!deadline.Token.IsCancellationRequested)
        {
            return Wider(now, known);
        }
    }

    /// <summary>The task does not name what it made: it is what is new since and holds exactly our names.</summary>
    private Certificate? Exactly(IReadOnlyList<Certificate> now, IReadOnlyList<Certificate> known) =>
        _inventory.Best(New(now, known).Where(certificate => id.IsExactly(certificate.San)))
        ?? _inventory.BestLive(now.Where(certificate => id.IsExactly(certificate.San)));

    /// <summary>
    /// What holds more than our names may be what somebody else ordered in the meantime, so it only counts where nothing fits exactly
    /// however
    /// long it is waited for, and never where it is what another order of this process was for.
    /// </summary>
    private Certificate? Wider(
        IReadOnlyList<Certificate> now,
        IReadOnlyList<Certificate> known) => _inventory.Best(New(now, known).Where(certificate =>
        id.IsCoveredBy(certificate.San)
            && !session.CertificateOrders.HasFor(id.ServiceName, certificate.San.Select(DomainName.Normalize))));

    private static IEnumerable<Certificate> New(IReadOnlyList<Certificate> now, IReadOnlyList<Certificate> known) =>
        now.ExceptBy(known.Select(static certificate => certificate.Id), static certificate => certificate.Id);

    private Exception Failed(LoadBalancerTask ended, Func<string, Exception> unfinished)
    {
        var what = $"the order of a certificate for {id.Listed} on {id.ServiceName}";
        return ended.Status == LoadBalancerTaskStatus.Blocked
            ? unfinished($"{what} is blocked at OVHcloud (task {ended.Id}); the API does not say why. Ask their support to look at the "
                + $"task, then run "
                + "`pulumi up` again. Deleting the resource gives the order up.")
            : new OperationException($"{what} ended as '{ended.Status}' (task {ended.Id}); the API does not say why. A name that does not "
                + $"point to the load "
                + "balancer, or a rate limit of the certificate authority, is the usual cause: correct it, then run `pulumi up` again.");
    }
}
