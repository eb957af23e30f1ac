using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.LoadBalancers;

/// <summary>State of a load balancer's service.</summary>
[JsonConverter(typeof(OpenEnumerationConverter<LoadBalancerState>))]
public readonly record struct LoadBalancerState : IOpenEnumeration<LoadBalancerState>
{
    private readonly string? _word;

    private LoadBalancerState(string word) => _word = word;

    public static LoadBalancerState Blacklisted { get; } = new("blacklisted");

    public static LoadBalancerState Deleted { get; } = new("deleted");

    public static LoadBalancerState Free { get; } = new("free");

    public static LoadBalancerState Ok { get; } = new("ok");

    public static LoadBalancerState Quarantined { get; } = new("quarantined");

    public static LoadBalancerState Suspended { get; } = new("suspended");

    /// <inheritdoc/>
    public string Word => _word ?? "";

    /// <inheritdoc/>
    public static LoadBalancerState From(string word) => new(word);

    /// <inheritdoc/>
    public override string ToString() => Word;
}
