using System.Globalization;
using OvhIplb.Api.Certificates;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Certificates.Shared;

/// <summary>Writes what the API says of a certificate into the state.</summary>
internal static class CertificateState
{
    /// <summary>The state with what is known of the certificate now; as it was where there is none.</summary>
    public static PropertyBag WithCertificate(this PropertyBag state, Certificate? certificate) => certificate is null ? state : state
        .With(CertificateSchema.CertificateId, certificate.Id)
        .With(CertificateSchema.Fingerprint, certificate.Fingerprint)
        .With(CertificateSchema.Subject, certificate.Subject)
        .With(CertificateSchema.Names, [.. certificate.San.Select(static name => name.ToLowerInvariant()).Order(StringComparer.Ordinal)])
        .WithOptional(CertificateSchema.Type, certificate.Type?.Word)
        .WithOptional(
            CertificateSchema.ExpiresAt,
            certificate.ExpireDate?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
}
