using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.LoadBalancers;

/// <summary>How something of a load balancer is.</summary>
[JsonConverter(typeof(OpenEnumerationConverter<Health>))]
public readonly record struct Health : IOpenEnumeration<Health>
{
    private readonly string? _word;

    private Health(string word) => _word = word;

    public static Health Ok { get; } = new("ok");

    public static Health Warn { get; } = new("warn");

    public static Health Error { get; } = new("error");

    public static Health Unknown { get; } = new("unknown");

    /// <inheritdoc/>
    public string Word => _word ?? "";

    /// <inheritdoc/>
    public static Health From(string word) => new(word);

    /// <inheritdoc/>
    public override string ToString() => Word;
}
