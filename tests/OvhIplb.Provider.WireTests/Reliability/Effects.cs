using System.Collections.Immutable;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>
/// What requests have brought about in the world: each task that did not fail, and each certificate that is there, by kind.
/// </summary>
internal sealed class Effects
{
    public const string Refresh = "refresh";

    private const string Delivery = "delivery";

    private const string Upload = "upload";

    private static readonly string[] Failed = ["cancelled", "customerError", "ovhError", "error", "blocked"];

    private readonly ImmutableHashSet<(string Kind, long Id)> _traces;

    private Effects(ImmutableHashSet<(string Kind, long Id)> traces) => _traces = traces;

    public static Effects In(World world) => new(
    [
        .. world.Ips.SelectMany(static ip => ip.Tasks)
            .Where(static task => !Failed.Contains(task.Status))
            .Select(static task => (task.Destination is null ? "park" : "move", task.TaskId)),
        .. world.LoadBalancers.SelectMany(static balancer => balancer.Tasks)
            .Where(static task => !Failed.Contains(task.Status))
            .Select(static task => (task.Action == "refreshIplb" ? Refresh : "order", task.Id)),
        .. world.LoadBalancers.SelectMany(static balancer => balancer.Certificates)
            .Select(static certificate => (certificate.IsOrdered ? Delivery : Upload, certificate.Id)),
    ]);

    /// <summary>
    /// How often something of each kind took effect since; an ordered certificate counts as its order, and any where it went.
    /// </summary>
    public IReadOnlyDictionary<string, int> Since(
        Effects before) => _traces.Except(before._traces).Where(static trace => trace.Kind != Delivery)
        .Concat(before._traces.Except(_traces).Where(static trace => trace.Kind is Delivery or Upload)
            .Select(static trace => (Kind: "deletion", trace.Id)))
        .GroupBy(static trace => trace.Kind)
        .OrderBy(static kind => kind.Key, StringComparer.Ordinal)
        .ToDictionary(static kind => kind.Key, static kind => kind.Count());
}
