using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.LoadBalancers;

/// <summary>How far a load balancer's task has come; blocked waits for OVH.</summary>
[JsonConverter(typeof(OpenEnumerationConverter<LoadBalancerTaskStatus>))]
public readonly record struct LoadBalancerTaskStatus : IOpenEnumeration<LoadBalancerTaskStatus>
{
    private readonly string? _word;

    private LoadBalancerTaskStatus(string word) => _word = word;

    public static LoadBalancerTaskStatus Blocked { get; } = new("blocked");

    public static LoadBalancerTaskStatus Cancelled { get; } = new("cancelled");

    public static LoadBalancerTaskStatus Doing { get; } = new("doing");

    public static LoadBalancerTaskStatus Done { get; } = new("done");

    public static LoadBalancerTaskStatus Error { get; } = new("error");

    public static LoadBalancerTaskStatus Todo { get; } = new("todo");

    /// <summary>Whether it ended without having done its work. A blocked task has not ended: OVH may yet take it up.</summary>
    public bool HasFailed => this == Cancelled || this == Error;

    /// <summary>Whether nothing more will happen. A status this client does not know counts as still running.</summary>
    public bool IsFinal => this == Done || HasFailed;

    /// <inheritdoc/>
    public string Word => _word ?? "";

    /// <inheritdoc/>
    public static LoadBalancerTaskStatus From(string word) => new(word);

    /// <inheritdoc/>
    public override string ToString() => Word;
}
