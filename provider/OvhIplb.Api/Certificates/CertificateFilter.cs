using System.Globalization;

namespace OvhIplb.Api.Certificates;

/// <summary>Which certificates to list; what is null does not matter.</summary>
public sealed record CertificateFilter
{
    /// <summary>Every certificate.</summary>
    public static CertificateFilter All { get; } = new();

    /// <summary>Exactly this type.</summary>
    public CertificateType? Type { get; init; }

    /// <summary>SHA-1 of the DER, or a part of it, in upper-case hex pairs with colons.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Expires before this moment.</summary>
    public DateTimeOffset? ExpiresBefore { get; init; }

    internal string ToQuery() => Paths.Query(
        ("type", Type?.Word),
        ("fingerprint", Fingerprint),
        ("expireDate", ExpiresBefore?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
}
