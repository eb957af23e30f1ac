using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>A certificate on a load balancer.</summary>
[OutputType]
public sealed class GetCertificateResult
{
    /// <summary>Number of the certificate on the load balancer, as <c>defaultSslId</c> of a frontend takes it.</summary>
    public readonly int CertificateId;

    /// <summary>What it is called; absent where it has no name.</summary>
    public readonly string? DisplayName;

    /// <summary>When it expires, RFC 3339.</summary>
    public readonly string? ExpiresAt;

    /// <summary>SHA-1 fingerprint, upper-case hexadecimal with colons.</summary>
    public readonly string Fingerprint;

    /// <summary>The names on the certificate (subjectAltName), in lower case and in order.</summary>
    public readonly ImmutableArray<string> Names;

    /// <summary>Subject of the certificate, such as <c>/CN=www.example.com</c>.</summary>
    public readonly string Subject;

    /// <summary>What kind of certificate it is.</summary>
    public readonly CertificateType? Type;

    [OutputConstructor]
    private GetCertificateResult(
        int certificateId,
        string? displayName,
        string? expiresAt,
        string fingerprint,
        ImmutableArray<string> names,
        string subject,
        CertificateType? type)
    {
        CertificateId = certificateId;
        DisplayName = displayName;
        ExpiresAt = expiresAt;
        Fingerprint = fingerprint;
        Names = names;
        Subject = subject;
        Type = type;
    }
}
