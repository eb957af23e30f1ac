using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.Certificates;

/// <summary>A certificate of a load balancer (<c>GET …/ssl/{id}</c>). Its PEM text and key are never given back.</summary>
public sealed record Certificate
{
    public required long Id { get; init; }

    public string? DisplayName { get; init; }

    public CertificateType? Type { get; init; }

    /// <summary>For example /CN=www.example.com.</summary>
    public string Subject { get; init => field = value ?? ""; } = "";

    /// <summary>The names it is for (subjectAltName).</summary>
    public IReadOnlyList<string> San { get; init => field = value ?? []; } = [];

    /// <summary>SHA-1 of the DER, upper-case hex pairs with colons.</summary>
    public string Fingerprint { get; init => field = value ?? ""; } = "";

    public string? Serial { get; init; }

    [JsonConverter(typeof(DateConverter))]
    public DateTimeOffset? ExpireDate { get; init; }
}
