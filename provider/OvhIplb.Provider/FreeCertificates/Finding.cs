using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Schema;
using CertificateProperties = OvhIplb.Provider.Certificates.Properties;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>Finds the certificate of an entry, by its number first and by its names where a renewal has changed the number.</summary>
internal sealed class Finding(Session session, CertificateId id)
{
    private readonly Inventory _inventory = new(session, id.ServiceName);

    /// <summary>The certificate of an entry; null where there is none.</summary>
    public async Task<Certificate?> FindAsync(PropertyBag state, CancellationToken cancellation)
    {
        if (id.Number is { } given)
        {
            return await _inventory.GetAsync(given, cancellation).ConfigureAwait(false);
        }

        if (state.TryGet(CertificateProperties.CertificateId, out long number)
            && await _inventory.GetAsync(number, cancellation).ConfigureAwait(false) is { } known
            && id.IsCoveredBy(known.San)
            && _inventory.IsLive(known))
        {
            return known;
        }

        try
        {
            IReadOnlyList<Certificate> all = await _inventory.ListAsync(cancellation).ConfigureAwait(false);
            return _inventory.Best(all.Where(certificate => id.IsExactly(certificate.San) || (certificate.Id == number && id.IsCoveredBy(certificate.San))));
        }
        catch (NotFoundException)
        {
            // The load balancer is gone, and its certificates with it.
            return null;
        }
    }

    /// <summary>The number the certificate has now, and that of one that it is to succeed; empty where there is none.</summary>
    public async Task<IReadOnlyList<long>> NumbersAsync(PropertyBag state, CancellationToken cancellation)
    {
        if (await FindAsync(state, cancellation).ConfigureAwait(false) is not { } certificate)
        {
            return [];
        }

        return await IsPredecessorThereAsync(state, certificate, cancellation).ConfigureAwait(false)
            ? [certificate.Id, state.Get(CertificateProperties.CertificateId)]
            : [certificate.Id];
    }

    /// <summary>Whether the certificate is the successor of another, which still is there.</summary>
    public async Task<bool> IsPredecessorThereAsync(PropertyBag state, Certificate certificate, CancellationToken cancellation) =>
        Succession.PredecessorIn(state) is { } old
        && old != certificate.Id
        && await _inventory.GetAsync(old, cancellation).ConfigureAwait(false) is not null;
}
