using System.Globalization;
using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>Looks for the certificate, by its number first and by its names where a renewal has changed the number.</summary>
internal sealed class Reading(Session session, CertificateId id)
{
    private readonly Inventory _inventory = new(session, id.ServiceName);

    public async Task<ResourceState?> ReadAsync(ReadContext context, CancellationToken cancellation)
    {
        Certificate? certificate = await FindAsync(context.State, cancellation).ConfigureAwait(false);
        if (context.IsImport)
        {
            return certificate is null ? null : Imported(certificate);
        }

        if (certificate is null || !_inventory.IsLive(certificate))
        {
            await RequireNoOrderAsync(context.State, cancellation).ConfigureAwait(false);
        }

        if (certificate is null)
        {
            return null;
        }

        PropertyBag state = State.Of(context.State, certificate);
        return WhyUnrouted(certificate) is { } reason
            ? throw new ResourceInitializationException(new ResourceState(id.ToString(), state.With(Properties.Phase, Phases.Unrouted)), [reason])
            : new ResourceState(id.ToString(), state.With(Properties.Phase, Phases.Live));
    }

    /// <summary>Why the certificate does not do its work; null where it does.</summary>
    private string? WhyUnrouted(Certificate certificate)
    {
        if (certificate.Type == CertificateType.BuiltNotRouted)
        {
            return $"certificate {certificate.Id} of {id.ServiceName} is no longer routed: one of {string.Join(", ", id.Names)} does not point to the load balancer "
                + "or one of its failover IPs any more, so it will not be renewed. Correct the A and AAAA records, then run `pulumi up`.";
        }

        return certificate.ExpireDate <= session.Time.GetUtcNow()
            ? $"certificate {certificate.Id} of {id.ServiceName} has expired without being renewed, as happens where one of {string.Join(", ", id.Names)} does "
                + "not point to the load balancer or one of its failover IPs. Correct the A and AAAA records, then run `pulumi up`."
            : null;
    }

    /// <summary>The number the certificate has now; null where there is none.</summary>
    public async Task<long?> NumberAsync(PropertyBag state, CancellationToken cancellation) =>
        (await FindAsync(state, cancellation).ConfigureAwait(false))?.Id;

    private async Task<Certificate?> FindAsync(PropertyBag state, CancellationToken cancellation)
    {
        if (id.Number is { } given)
        {
            return await _inventory.GetAsync(given, cancellation).ConfigureAwait(false);
        }

        if (state.TryGet(Properties.CertificateId, out long number)
            && await _inventory.GetAsync(number, cancellation).ConfigureAwait(false) is { } known
            && id.IsCoveredBy(known.San))
        {
            return known;
        }

        try
        {
            IReadOnlyList<Certificate> all = await _inventory.ListAsync(cancellation).ConfigureAwait(false);
            return _inventory.Best(all.Where(certificate => id.IsExactly(certificate.San)));
        }
        catch (NotFoundException)
        {
            // The load balancer is gone, and its certificates with it.
            return null;
        }
    }

    private ResourceState Imported(Certificate certificate)
    {
        if (certificate.Type == CertificateType.Custom)
        {
            throw new InputException("", $"certificate {certificate.Id} of {id.ServiceName} was uploaded, not ordered; it is no FreeCertificate.");
        }

        PropertyBag inputs = PropertyBag.Empty
            .With(Properties.ServiceName, id.ServiceName)
            .With(Properties.Fqdns, [.. certificate.San.Order(StringComparer.Ordinal)]);
        return new ResourceState(
            CertificateId.Of(id.ServiceName, certificate.San).ToString(),
            State.Of(inputs, certificate.Type == CertificateType.BuiltNotRouted ? Phases.Unrouted : Phases.Live, Origin.Imported, taskId: null, certificate),
            inputs);
    }

    /// <summary>Gone means no object and no live order: an order that still runs is never let go of.</summary>
    private async Task RequireNoOrderAsync(PropertyBag state, CancellationToken cancellation)
    {
        if (state.Get(Properties.Phase) != Phases.Ordering || !state.TryGet(Properties.TaskId, out string? task))
        {
            return;
        }

        LoadBalancerTask? order = await _inventory.TaskAsync(long.Parse(task, CultureInfo.InvariantCulture), cancellation).ConfigureAwait(false);
        if (order is { Status.IsFinal: false })
        {
            throw new ResourceInitializationException(
                new ResourceState(id.ToString(), state),
                [$"the certificate for {string.Join(", ", id.Names)} on {id.ServiceName} is still being ordered (task {task} is '{order.Status}'). Run `pulumi up` to see "
                    + "it through."]);
        }
    }
}
