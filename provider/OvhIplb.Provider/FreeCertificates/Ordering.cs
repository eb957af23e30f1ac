using System.Collections.Immutable;
using System.Globalization;
using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>Sees to it that there is a live certificate for a set of names: finds one, waits for one under way, or orders one.</summary>
internal sealed class Ordering(Session session, CertificateId id, PropertyBag inputs, IOperationLog log, Deadline deadline)
{
    /// <summary>How long orders that others started are waited for before we order ourselves.</summary>
    private static readonly TimeSpan ForeignOrdersAwaited = TimeSpan.FromMinutes(5);

    private readonly Inventory _inventory = new(session, id.ServiceName);

    private string? _origin;

    private long? _taskId;

    /// <param name="before">The state so far; null for a new resource.</param>
    /// <exception cref="ResourceInitializationException">It was ordered, but is not known to be delivered.</exception>
    public async Task<PropertyBag> ObtainAsync(PropertyBag? before)
    {
        _origin = before?.Get(Origin.Property);
        if (before is not null && before.TryGet(Properties.TaskId, out string? task))
        {
            _taskId = long.Parse(task, CultureInfo.InvariantCulture);
        }

        IReadOnlyList<Certificate> known = await _inventory.ListAsync(deadline.Token).ConfigureAwait(false);
        Certificate? found = Live(known);
        if (found is null && await WaitForOrdersAsync().ConfigureAwait(false))
        {
            known = await _inventory.ListAsync(deadline.Token).ConfigureAwait(false);
            found = Live(known);
        }

        if (found is null)
        {
            found = await OrderAsync([.. known.Select(static certificate => certificate.Id)]).ConfigureAwait(false);
        }
        else if (before is null)
        {
            _origin = Origin.Adopted;
            log.Info($"certificate {found.Id} of {id.ServiceName} is for exactly these names: adopted. Deleting this resource leaves it there unless "
                + "`onDelete` is `delete`.");
        }

        return State.Of(inputs, Phases.Live, _origin ?? Origin.Created, _taskId, found);
    }

    private Certificate? Live(IEnumerable<Certificate> certificates) =>
        _inventory.Best(certificates.Where(certificate => _inventory.IsLive(certificate) && id.IsExactly(certificate.San)));

    /// <summary>
    /// An order of a run that was killed, or of somebody else, may be for these very names; its task does not say.
    /// </summary>
    /// <returns>Whether there was anything to wait for.</returns>
    private async Task<bool> WaitForOrdersAsync()
    {
        ImmutableSortedSet<long> running = await ForeignOrdersAsync(deadline.Token).ConfigureAwait(false);
        if (running.IsEmpty)
        {
            return false;
        }

        using Deadline patience = Deadline.In(ForeignOrdersAwaited, session.Time, deadline.Token);
        try
        {
            await session.Polling.UntilAsync(
                ForeignOrdersAsync,
                static orders => orders.IsEmpty,
                (orders, elapsed) => log.Status(
                    $"waiting for certificate order {orders[0]} that may be for these names, {Durations.InWords(elapsed)}"),
                patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!deadline.Token.IsCancellationRequested)
        {
            log.Warning($"another certificate order of {id.ServiceName} still runs after {Durations.InWords(ForeignOrdersAwaited)}; it may be for these "
                + "names too.");
        }

        return true;
    }

    private async Task<ImmutableSortedSet<long>> ForeignOrdersAsync(CancellationToken cancellation) =>
        (await _inventory.RunningOrdersAsync(cancellation).ConfigureAwait(false)).Except(session.CertificateOrders.Own(id.ServiceName));

    private async Task<Certificate> OrderAsync(ImmutableHashSet<long> known)
    {
        LoadBalancerTask task = await SendAsync().ConfigureAwait(false);
        _taskId = task.Id;
        _origin ??= Origin.Created;
        session.CertificateOrders.Add(id.ServiceName, task.Id);
        string what = $"the certificate for {string.Join(", ", id.Names)} on {id.ServiceName} (task {task.Id})";
        try
        {
            LoadBalancerTask ended = task.Status.IsFinal ? task : await FollowAsync(task).ConfigureAwait(false);
            if (ended.Status != LoadBalancerTaskStatus.Done)
            {
                throw Failed(ended);
            }

            return await DeliveredAsync(known).ConfigureAwait(false)
                ?? throw Unfinished($"{what} was ordered and the order is done, but no such certificate is listed yet. Run `pulumi up` again to look for it.");
        }
        catch (OperationCanceledException) when (deadline.Token.IsCancellationRequested)
        {
            throw Unfinished($"{what} is not known to be delivered {deadline.Reason}. The order goes on at OVHcloud and is kept in the state; run `pulumi up` "
                + "again to see it through. Check that A and AAAA records of every name point to the load balancer or one of its failover IPs.");
        }
        catch (OvhApiException failure)
        {
            throw Unfinished($"{what} is not known to be delivered. It is kept in the state; run `pulumi up` again to see it through. {failure.Message}");
        }
    }

    /// <summary>A lost answer may have been a taken order: then there is a running order that was not there before.</summary>
    private async Task<LoadBalancerTask> SendAsync()
    {
        ImmutableSortedSet<long> before = await _inventory.RunningOrdersAsync(deadline.Token).ConfigureAwait(false);
        try
        {
            return await session.Client.LoadBalancers.OrderFreeCertificateAsync(id.ServiceName, [.. id.Names], deadline.Token).ConfigureAwait(false);
        }
        catch (OvhApiException lost) when (lost.MayHaveTakenEffect)
        {
            ImmutableSortedSet<long> since = (await _inventory.RunningOrdersAsync(deadline.Token).ConfigureAwait(false)).Except(before);
            if (since.Count > 0 && await _inventory.TaskAsync(since.Max, deadline.Token).ConfigureAwait(false) is { } task)
            {
                return task;
            }

            throw;
        }
    }

    private Task<LoadBalancerTask> FollowAsync(LoadBalancerTask task) => session.Polling.UntilAsync(
        cancellation => session.Client.LoadBalancers.GetTaskAsync(id.ServiceName, task.Id, cancellation),
        static seen => seen.Status.IsFinal || seen.Status == LoadBalancerTaskStatus.Blocked,
        (seen, elapsed) => log.Status(string.Create(
            CultureInfo.InvariantCulture,
            $"ordering a certificate: task {seen.Id} {seen.Status}, {seen.Progress} %, {Durations.InWords(elapsed)}")),
        deadline.Token);

    /// <summary>The task does not name what it made: it is what is new since and holds our names.</summary>
    private async Task<Certificate?> DeliveredAsync(ImmutableHashSet<long> known)
    {
        IReadOnlyList<Certificate> now = await _inventory.ListAsync(deadline.Token).ConfigureAwait(false);
        return _inventory.Best(now.Where(certificate => !known.Contains(certificate.Id) && id.IsCoveredBy(certificate.San))) ?? Live(now);
    }

    private Exception Failed(LoadBalancerTask ended)
    {
        string reason = $"the order of a certificate for {string.Join(", ", id.Names)} on {id.ServiceName} ended as '{ended.Status}' (task {ended.Id}); the API "
            + "does not say why. A name that does not point to the load balancer, or a rate limit of the certificate authority, is the usual cause: "
            + "correct it, then run `pulumi up` again.";
        return ended.Status == LoadBalancerTaskStatus.Blocked ? Unfinished(reason) : new OperationException(reason);
    }

    private ResourceInitializationException Unfinished(string reason) =>
        new(new ResourceState(id.ToString(), State.Of(inputs, Phases.Ordering, _origin ?? Origin.Created, _taskId, certificate: null)), [reason]);
}
