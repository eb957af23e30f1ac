using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>Finds the certificate of an entry, by its number first and by its names where a renewal has changed the number.</summary>
internal sealed class FreeCertificateSearch(Session session, FreeCertificateId id)
{
    private readonly FreeCertificateInventory _inventory = new(session, id.ServiceName);

    /// <summary>
    /// Whether a certificate is the one of an entry: it is for exactly the names; or it holds more than them, and is known by its number
    /// or,
    /// once renewed, by all that it held.
    /// </summary>
    /// <param name="id">The names.</param>
    /// <param name="state">The entry's state; null for a new one.</param>
    /// <param name="certificate">The certificate.</param>
    public static bool IsOf(FreeCertificateId id, PropertyBag? state, Certificate certificate)
    {
        var isExact = id.IsExactly(certificate.San);
        if (isExact || state is null || !id.IsCoveredBy(certificate.San))
        {
            return isExact;
        }

        return (state.TryGet(CertificateProperties.CertificateId, out var number) && number == certificate.Id)
            || (state.TryGet(CertificateProperties.Names, out var names)
                && FreeCertificateId.Of(id.ServiceName, names).IsExactly(certificate.San));
    }

    /// <summary>The certificate of an entry; null where there is none.</summary>
    public async Task<Certificate?> FindAsync(PropertyBag state, CancellationToken cancellation)
    {
        if (id.Number is { } given)
        {
            return await _inventory.GetAsync(given, cancellation);
        }

        var known = state.TryGet(CertificateProperties.CertificateId, out var number)
            && await _inventory.GetAsync(number, cancellation) is { } present
            && id.IsCoveredBy(present.San)
                ? present
                : null;
        if (known is not null && _inventory.IsLive(known))
        {
            return known;
        }

        try
        {
            var all = await _inventory.ListAsync(cancellation);
            return _inventory.Best(all.Where(certificate => IsOf(id, state, certificate))) ?? known;
        }
        catch (NotFoundException)
        {
            // The load balancer is gone, and its certificates with it.
            return null;
        }
    }

    /// <summary>The numbers of those that a certificate is to succeed, or has succeeded, and that are still there.</summary>
    public async Task<IReadOnlyList<long>> PredecessorsAsync(PropertyBag state, Certificate certificate, CancellationToken cancellation)
    {
        var there = new List<long>();
        foreach (var number in SupersededCertificates.In(state).Remove(certificate.Id))
        {
            if (await _inventory.GetAsync(number, cancellation) is not null)
            {
                there.Add(number);
            }
        }

        return there;
    }
}
