using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.LoadBalancers;

/// <summary>What a load balancer's task does.</summary>
[JsonConverter(typeof(OpenEnumerationConverter<LoadBalancerTaskAction>))]
public readonly record struct LoadBalancerTaskAction : IOpenEnumeration<LoadBalancerTaskAction>
{
    private readonly string? _word;

    private LoadBalancerTaskAction(string word) => _word = word;

    public static LoadBalancerTaskAction DeleteIplb { get; } = new("deleteIplb");

    public static LoadBalancerTaskAction DeployIplb { get; } = new("deployIplb");

    public static LoadBalancerTaskAction Install { get; } = new("install");

    public static LoadBalancerTaskAction InstallIplb { get; } = new("installIplb");

    public static LoadBalancerTaskAction InstallZone { get; } = new("installZone");

    public static LoadBalancerTaskAction OrderFreeCertificate { get; } = new("orderFreeCertificate");

    public static LoadBalancerTaskAction OrderPaidCertificate { get; } = new("orderPaidCertificate");

    public static LoadBalancerTaskAction OrderSsl { get; } = new("orderSsl");

    public static LoadBalancerTaskAction RefreshIplb { get; } = new("refreshIplb");

    public static LoadBalancerTaskAction ReleaseIplb { get; } = new("releaseIplb");

    public static LoadBalancerTaskAction ReleaseIplbZone { get; } = new("releaseIplbZone");

    public static LoadBalancerTaskAction ReopenIplb { get; } = new("reopenIplb");

    public static LoadBalancerTaskAction SuspendIplb { get; } = new("suspendIplb");

    public static LoadBalancerTaskAction SuspendZone { get; } = new("suspendZone");

    public static LoadBalancerTaskAction SwitchToIplbNextGenerationApi { get; } = new("switchToIplbNextGenerationApi");

    public static LoadBalancerTaskAction VrackAttach { get; } = new("vrackAttach");

    public static LoadBalancerTaskAction VrackDetach { get; } = new("vrackDetach");

    /// <inheritdoc/>
    public string Word => _word ?? "";

    /// <inheritdoc/>
    public static LoadBalancerTaskAction From(string word) => new(word);

    /// <inheritdoc/>
    public override string ToString() => Word;
}
