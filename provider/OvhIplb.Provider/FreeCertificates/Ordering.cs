using System.Collections.Immutable;
using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Certificates;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;
using CertificateProperties = OvhIplb.Provider.Certificates.Properties;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>Sees to it that there is a live certificate for a set of names: finds one, waits for one under way, or orders one.</summary>
internal sealed class Ordering(Session session, CertificateId id, PropertyBag inputs, IOperationLog log, Deadline deadline)
{
    private readonly Inventory _inventory = new(session, id.ServiceName);

    private readonly Waiting _waiting = new(session, id, log, deadline);

    private readonly Delivery _delivery = new(session, id, log, deadline);

    private readonly Progress _progress = new(id, inputs);

    private bool _hasChanged;

    /// <param name="before">The state so far; null for a new resource.</param>
    /// <param name="origin">How the certificate came to be, where this resource is replaced by itself; null where that is not known.</param>
    /// <param name="replace">Takes the certificate before off the load balancer once it has a successor, and says whether it did.</param>
    /// <exception cref="ResourceInitializationException">It was ordered, but is not known to be delivered and live.</exception>
    public async Task<PropertyBag> ObtainAsync(PropertyBag? before, string? origin = null, Func<Certificate, Task<bool>>? replace = null)
    {
        _progress.Resume(before);
        using (await session.CertificateOrders.Turns.TakeAsync(id.ToString(), deadline.Token).ConfigureAwait(false))
        {
            _progress.Certificate = await FindOrOrderAsync(before, origin).ConfigureAwait(false);
        }

        _hasChanged |= replace is not null && await replace(_progress.Certificate).ConfigureAwait(false);
        if (inputs.Get(CertificateProperties.AutoRefresh))
        {
            deadline.Continue(Durations.OfRefresh);
            await HalfDone.KeepRefreshAsync(
                deadline,
                $"certificate {_progress.Certificate.Id} is on {id.ServiceName}, but the refresh that makes it live",
                reason => _progress.Unfinished(Phases.Refreshing, reason),
                () => new GoingLive(session, id.ServiceName, log, deadline).RefreshIfDueAsync(_hasChanged)).ConfigureAwait(false);
        }

        return _progress.StateIn(Phases.Live);
    }

    private async Task<Certificate> FindOrOrderAsync(PropertyBag? before, string? origin)
    {
        LoadBalancerTask? earlier = await EarlierOrderAsync(before).ConfigureAwait(false);
        IReadOnlyList<Certificate> known = await _inventory.ListAsync(deadline.Token).ConfigureAwait(false);
        Certificate? found = Live(known);
        if (found is null && earlier is not null)
        {
            return await DeliverAsync(earlier, known).ConfigureAwait(false);
        }

        if (found is null && await WaitAsync().ConfigureAwait(false))
        {
            known = await _inventory.ListAsync(deadline.Token).ConfigureAwait(false);
            found = Live(known);
        }

        if (found is null)
        {
            return await DeliverAsync(await SendAsync().ConfigureAwait(false), known).ConfigureAwait(false);
        }

        if (before is null)
        {
            _progress.Origin = origin ?? Origin.Adopted;
            string what = $"certificate {found.Id} of {id.ServiceName} is for exactly these names";
            log.Info(_progress.Origin != Origin.Adopted
                ? $"{what} and goes on."
                : $"{what}: adopted. Deleting this resource leaves it there unless `onDelete` is `delete`.");
        }

        return found;
    }

    /// <summary>The order that an earlier run was asked to see through, while it lives: there is never to be a second beside it.</summary>
    private async Task<LoadBalancerTask?> EarlierOrderAsync(PropertyBag? before)
    {
        ImmutableSortedSet<long> tasks = session.CertificateOrders.TasksFor(id.ServiceName, id.Names);
        if (before?.Get(Properties.Phase) == Phases.Ordering && _progress.TaskId is { } own)
        {
            tasks = tasks.Add(own);
        }

        foreach (long task in tasks.Reverse())
        {
            if (await _inventory.TaskAsync(task, deadline.Token).ConfigureAwait(false) is { Status.IsFinal: false } order)
            {
                return order;
            }
        }

        return null;
    }

    /// <returns>Whether there was anything to wait for, so that things may be otherwise than they were.</returns>
    private async Task<bool> WaitAsync()
    {
        bool forNames = inputs.Get(Properties.WaitForDns) && await _waiting.ForNamesAsync().ConfigureAwait(false);
        return await _waiting.ForOrdersAsync().ConfigureAwait(false) || forNames;
    }

    private Certificate? Live(IEnumerable<Certificate> certificates) =>
        _inventory.Best(certificates.Where(certificate => _inventory.IsLive(certificate) && id.IsExactly(certificate.San)));

    private async Task<Certificate> DeliverAsync(LoadBalancerTask order, IEnumerable<Certificate> known)
    {
        _hasChanged = true;
        _progress.TaskId = order.Id;
        _progress.Origin = Origin.Created;
        return await _delivery.AwaitAsync(
            order,
            [.. known.Select(static certificate => certificate.Id)],
            reason => _progress.Unfinished(Phases.Ordering, reason)).ConfigureAwait(false);
    }

    /// <summary>
    /// A lost answer may have been a taken order: then there is a running order that was not there before. One order is sent at a time,
    /// so that it is not another's of this process.
    /// </summary>
    private async Task<LoadBalancerTask> SendAsync()
    {
        using IDisposable turn = await session.CertificateOrders.Turns.TakeAsync(id.ServiceName, deadline.Token).ConfigureAwait(false);
        ImmutableSortedSet<long> before = await _inventory.RunningOrdersAsync(deadline.Token).ConfigureAwait(false);
        LoadBalancerTask order;
        try
        {
            order = await session.Client.Certificates.OrderFreeAsync(id.ServiceName, [.. id.Names], deadline.Token).ConfigureAwait(false);
        }
        catch (OvhApiException lost) when (lost.MayHaveTakenEffect)
        {
            ImmutableSortedSet<long> since = (await _inventory.RunningOrdersAsync(deadline.Token).ConfigureAwait(false)).Except(before);
            if (since.IsEmpty || await _inventory.TaskAsync(since.Max, deadline.Token).ConfigureAwait(false) is not { } found)
            {
                throw;
            }

            order = found;
        }

        session.CertificateOrders.Add(id.ServiceName, order.Id, id.Names);
        return order;
    }
}
