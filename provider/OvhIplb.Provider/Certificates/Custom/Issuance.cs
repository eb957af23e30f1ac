using System.Security.Cryptography.X509Certificates;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>Which certificate issued which, as far as the certificates tell.</summary>
internal static class Issuance
{
    /// <summary>Authorities issue under one name with several keys, which these extensions tell apart where they are there.</summary>
    public static bool IsBetween(X509Certificate2 issuer, X509Certificate2 issued) =>
        issuer.SubjectName.RawData.AsSpan().SequenceEqual(issued.IssuerName.RawData)
        && (issued.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier is not { } wanted
            || issuer.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()?.SubjectKeyIdentifierBytes is not { } key
            || wanted.Span.SequenceEqual(key.Span));

    public static bool IsSelfIssued(X509Certificate2 certificate)
        => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
