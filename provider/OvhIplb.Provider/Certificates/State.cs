using System.Globalization;
using OvhIplb.Api.Certificates;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.Certificates;

/// <summary>Writes what the API says of a certificate into the state.</summary>
internal static class State
{
    /// <summary>The state with what is known of the certificate now; as it was where there is none.</summary>
    public static PropertyBag WithCertificate(this PropertyBag state, Certificate? certificate) => certificate is null ? state : state
        .With(Properties.CertificateId, certificate.Id)
        .With(Properties.Fingerprint, certificate.Fingerprint)
        .With(Properties.Subject, certificate.Subject)
        .With(Properties.Names, [.. certificate.San.Select(static name => name.ToLowerInvariant()).Order(StringComparer.Ordinal)])
        .WithOptional(Properties.Type, certificate.Type?.Word)
        .WithOptional(Properties.ExpiresAt, certificate.ExpireDate?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
}
