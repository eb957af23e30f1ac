using OvhIplb.Api.Certificates;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>The certificates on a load balancer that were uploaded.</summary>
internal sealed class CustomCertificateInventory(Session session, string serviceName)
{
    private readonly CertificateCalls _certificates = session.Client.Certificates;

    /// <summary>The one with this number, if it has this fingerprint; another may have its number by now.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="fingerprint">Its fingerprint; null for any.</param>
    /// <param name="cancellation">Ends the look.</param>
    public async Task<Certificate?> GetAsync(long number, string? fingerprint, CancellationToken cancellation) =>
        await _certificates.GetAsync(serviceName, number, cancellation).OrNullAsync() is { } certificate
        && (fingerprint is null || Is(certificate, fingerprint))
            ? certificate
            : null;

    /// <summary>The one with this fingerprint, of which there is one at most; null where there is none.</summary>
    public async Task<Certificate?> FindAsync(string fingerprint, CancellationToken cancellation)
    {
        var alike = await _certificates.ListAsync(serviceName, new CertificateFilter { Fingerprint = fingerprint }, cancellation);
        foreach (var number in alike)
        {
            if (await GetAsync(number, fingerprint, cancellation) is { } certificate && !IsOrdered(certificate))
            {
                return certificate;
            }
        }

        return null;
    }

    public static bool IsOrdered(Certificate certificate)
        => certificate.Type == CertificateType.Built || certificate.Type == CertificateType.BuiltNotRouted;

    private static bool Is(Certificate certificate, string fingerprint)
        => certificate.Fingerprint.Equals(fingerprint, StringComparison.OrdinalIgnoreCase);
}
