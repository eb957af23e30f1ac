using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.LoadBalancers;

/// <summary>Which protocols and ciphers the frontends accept.</summary>
[JsonConverter(typeof(OpenEnumerationConverter<SslConfiguration>))]
public readonly record struct SslConfiguration : IOpenEnumeration<SslConfiguration>
{
    private readonly string? _word;

    private SslConfiguration(string word) => _word = word;

    public static SslConfiguration Intermediate { get; } = new("intermediate");

    public static SslConfiguration Modern { get; } = new("modern");

    /// <inheritdoc/>
    public string Word => _word ?? "";

    /// <inheritdoc/>
    public static SslConfiguration From(string word) => new(word);

    /// <inheritdoc/>
    public override string ToString() => Word;
}
