using OvhIplb.Api.Certificates;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>Sees to it that there is a live certificate for a set of names: finds one, waits for one under way, or orders one.</summary>
internal sealed class FreeCertificateCreate(Session session, FreeCertificateId id, PropertyBag inputs, IOperationLog log, Deadline deadline)
{
    private readonly FreeCertificateInventory _inventory = new(session, id.ServiceName);

    private readonly FreeCertificateWait _waiting = new(session, id, log, deadline);

    private readonly FreeCertificateOrders _orders = new(session, id, deadline);

    private readonly FreeCertificateDelivery _delivery = new(session, id, log, deadline);

    private readonly FreeCertificateProgress _progress = new(id, inputs);

    private bool _hasChanged;

    /// <param name="before">The state so far; null for a new resource.</param>
    /// <param name="origin">
    /// How the certificate came to be, where this resource is replaced by itself; null where that is not known.
    /// </param>
    /// <param name="succession">Takes off the load balancer what is succeeded; null for a new resource.</param>
    /// <exception cref="ResourceInitializationException">It was ordered, but is not known to be delivered and live.</exception>
    public async Task<PropertyBag> ObtainAsync(PropertyBag? before, string? origin = null, SupersededCertificates? succession = null)
    {
        _progress.Resume(before);
        using (await TurnAsync())
        {
            _progress.Certificate = await FindOrOrderAsync(before, origin);
        }

        _progress.Superseded = before is null ? [] : SupersededCertificates.In(before).Remove(_progress.Certificate.Id);
        if (!_inventory.IsLive(_progress.Certificate))
        {
            throw await new UnroutedCertificate(session, id, log)
                .FailureAsync(inputs, _progress.StateIn(FreeCertificatePhases.Unrouted), _progress.Certificate, deadline.Token);
        }

        if (succession is not null)
        {
            var left = await succession.RemoveAsync(_progress.Superseded);
            _hasChanged |= left.Count < _progress.Superseded.Count;
            _progress.Superseded = left;
        }

        if (inputs.Get(CertificateProperties.AutoRefresh)
            && (_hasChanged || before?.Get(FreeCertificateSchema.Phase) != FreeCertificatePhases.Live))
        {
            deadline.Continue(DefaultTimeouts.OfRefresh);
            await PartialState.KeepRefreshAsync(
                deadline,
                $"certificate {_progress.Certificate.Id} is on {id.ServiceName}, but the refresh that makes it live",
                reason => _progress.Unfinished(FreeCertificatePhases.Refreshing, reason),
                () => new CertificateRefresh(session, id.ServiceName, log, deadline).RefreshIfDueAsync(_hasChanged));
        }

        return _progress.StateIn(FreeCertificatePhases.Live);
    }

    private Task<IDisposable> TurnAsync() => session.Polling.ForAsync(
        session.CertificateOrders.Turns.TakeAsync(id.ToString(), deadline.Token),
        elapsed => log.Wait($"waiting for another resource of this program that obtains a certificate for {id.Listed}", elapsed));

    private async Task<Certificate> FindOrOrderAsync(PropertyBag? before, string? origin)
    {
        var earlier = await _orders.EarlierAsync(before);
        var known = await _inventory.ListAsync(deadline.Token);
        var found = Live(known, before);
        if (found is null && earlier is not null)
        {
            return await DeliverAsync(earlier, known);
        }

        if (found is null && await WaitAsync())
        {
            known = await _inventory.ListAsync(deadline.Token);
            found = Live(known, before);
        }

        if (found is null)
        {
            return await DeliverAsync(await _orders.SendAsync(), known);
        }

        Adopt(found, before, origin);
        return found;
    }

    private void Adopt(Certificate found, PropertyBag? before, string? origin)
    {
        if (before is null)
        {
            _progress.Origin = origin ?? Origin.Adopted;
            var what = $"certificate {found.Id} of {id.ServiceName} is for exactly these names";
            log.Info(_progress.Origin != Origin.Adopted
                ? $"{what} and goes on."
                : $"{what}: adopted, whoever had it ordered."
                    + (inputs.Has(CertificateProperties.OnDelete)
                        ? ""
                        : " Deleting this resource leaves it there unless `onDelete` is `delete`."));
        }
        else if (before.Get(FreeCertificateSchema.Phase) == FreeCertificatePhases.Ordering
            && !SupersededCertificates.In(before).Contains(found.Id))
        {
            // What our order of an earlier run has made meanwhile.
            _progress.Origin = Origin.Created;
        }
    }

    /// <returns>Whether there was anything to wait for, so that things may be otherwise than they were.</returns>
    private async Task<bool> WaitAsync()
    {
        var forNames = inputs.Get(FreeCertificateSchema.WaitForDns) && await _waiting.ForNamesAsync();
        return await _waiting.ForOrdersAsync() || forNames;
    }

    private Certificate? Live(IEnumerable<Certificate> certificates, PropertyBag? before) =>
        _inventory.BestLive(certificates.Where(certificate => FreeCertificateSearch.IsOf(id, before, certificate)));

    /// <summary>Until it is delivered, what is there came to be as it did.</summary>
    private async Task<Certificate> DeliverAsync(LoadBalancerTask order, IReadOnlyList<Certificate> known)
    {
        _hasChanged = true;
        _progress.TaskId = order.Id;
        _progress.Origin ??= Origin.Created;
        var delivered = await _delivery.AwaitAsync(order, known, reason => _progress.Unfinished(FreeCertificatePhases.Ordering, reason));
        _progress.Origin = Origin.Created;
        return delivered;
    }
}
