using System.Collections.Immutable;
using System.Globalization;
using OvhIplb.Api.Certificates;
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

    private readonly Delivery _delivery = new(session, id, log, deadline);

    private string? _origin;

    private long? _taskId;

    /// <param name="before">The state so far; null for a new resource.</param>
    /// <param name="origin">How the certificate came to be, where this resource is replaced by itself; null where that is not known.</param>
    /// <exception cref="ResourceInitializationException">It was ordered, but is not known to be delivered.</exception>
    public async Task<PropertyBag> ObtainAsync(PropertyBag? before, string? origin = null)
    {
        _origin = before?.Get(Origin.Property);
        if (before is not null && before.TryGet(Properties.TaskId, out string? task))
        {
            _taskId = long.Parse(task, CultureInfo.InvariantCulture);
        }

        LoadBalancerTask? earlier = await EarlierOrderAsync(before).ConfigureAwait(false);
        IReadOnlyList<Certificate> known = await _inventory.ListAsync(deadline.Token).ConfigureAwait(false);
        Certificate? found = Live(known);
        if (found is null && earlier is not null)
        {
            return Delivered(await _delivery.AwaitAsync(earlier, IdsOf(known), Unfinished).ConfigureAwait(false));
        }

        if (found is null && await WaitForOrdersAsync().ConfigureAwait(false))
        {
            known = await _inventory.ListAsync(deadline.Token).ConfigureAwait(false);
            found = Live(known);
        }

        if (found is null)
        {
            found = await OrderAsync(IdsOf(known)).ConfigureAwait(false);
        }
        else if (before is null)
        {
            _origin = origin ?? Origin.Adopted;
            string what = $"certificate {found.Id} of {id.ServiceName} is for exactly these names";
            log.Info(_origin != Origin.Adopted
                ? $"{what} and goes on."
                : $"{what}: adopted. Deleting this resource leaves it there unless `onDelete` is `delete`.");
        }

        return Delivered(found);
    }

    /// <summary>The order that an earlier run was asked to see through, while it lives: there is never to be a second beside it.</summary>
    private async Task<LoadBalancerTask?> EarlierOrderAsync(PropertyBag? before) =>
        _taskId is { } id && before?.Get(Properties.Phase) == Phases.Ordering
            && await _inventory.TaskAsync(id, deadline.Token).ConfigureAwait(false) is { Status.IsFinal: false } order
            ? order
            : null;

    private PropertyBag Delivered(Certificate certificate) => State.Of(inputs, Phases.Live, _origin ?? Origin.Created, _taskId, certificate);

    private static ImmutableHashSet<long> IdsOf(IEnumerable<Certificate> certificates) => [.. certificates.Select(static certificate => certificate.Id)];

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
        return await _delivery.AwaitAsync(task, known, Unfinished).ConfigureAwait(false);
    }

    /// <summary>A lost answer may have been a taken order: then there is a running order that was not there before.</summary>
    private async Task<LoadBalancerTask> SendAsync()
    {
        ImmutableSortedSet<long> before = await _inventory.RunningOrdersAsync(deadline.Token).ConfigureAwait(false);
        try
        {
            return await session.Client.Certificates.OrderFreeAsync(id.ServiceName, [.. id.Names], deadline.Token).ConfigureAwait(false);
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

    private ResourceInitializationException Unfinished(string reason) =>
        new(new ResourceState(id.ToString(), State.Of(inputs, Phases.Ordering, _origin ?? Origin.Created, _taskId, certificate: null)), [reason]);
}
