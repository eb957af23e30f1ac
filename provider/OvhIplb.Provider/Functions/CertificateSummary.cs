using System.Collections.Immutable;
using OvhIplb.Api.Certificates;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Schema;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Functions;

/// <summary>What functions tell of a certificate.</summary>
internal static class CertificateSummary
{
    private static readonly Property<string> DisplayName = Property.String(
        "displayName",
        "What it is called; absent where it has no name.");

    public static ImmutableArray<Property> Properties { get; } =
    [
        CertificateProperties.CertificateId with { Required = true },
        DisplayName,
        CertificateProperties.ExpiresAt,
        CertificateProperties.Fingerprint with { Required = true },
        CertificateProperties.Names with { Required = true },
        CertificateProperties.Subject with { Required = true },
        CertificateProperties.Type,
    ];

    public static PropertyBag Of(Certificate certificate) =>
        PropertyBag.Empty.WithCertificate(certificate).WithOptional(DisplayName, certificate.DisplayName);
}
