using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.Certificates;

/// <summary>
/// Where a certificate comes from: built was ordered through OVH, built_not_routed too but its names no longer point here, custom was
/// uploaded.
/// </summary>
[JsonConverter(typeof(OpenEnumerationConverter<CertificateType>))]
public readonly record struct CertificateType : IOpenEnumeration<CertificateType>
{
    private readonly string? _word;

    private CertificateType(string word) => _word = word;

    public static CertificateType Built { get; } = new("built");

    public static CertificateType BuiltNotRouted { get; } = new("built_not_routed");

    public static CertificateType Custom { get; } = new("custom");

    /// <inheritdoc/>
    public string Word => _word ?? "";

    /// <inheritdoc/>
    public static CertificateType From(string word) => new(word);

    /// <inheritdoc/>
    public override string ToString() => Word;
}
