using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Refreshes;

/// <summary>
/// The instances of a load balancer's zones (<c>GET …/instancesState</c>): they reload while a refresh becomes live. OVHcloud has
/// announced the end of this call, so where it is gone, or may not be made, nothing reloads as far as can be told.
/// </summary>
internal sealed class InstancesWait(Session session, string serviceName, IReadOnlyList<string> zones)
{
    private const string Running = "running";

    private const string Reloading = "reload";

    /// <summary>Waits until none reloads, and warns of those that do not run then.</summary>
    public async Task ReloadedAsync(IOperationLog log, CancellationToken cancellation)
    {
        var ended = await session.Polling.UntilAsync(
            LookAsync,
            static seen => !seen.Any(IsReloading),
            (seen, elapsed) => log.Wait($"waiting for {serviceName} to reload in {ZonesOf(seen.Where(IsReloading))}", elapsed),
            cancellation);
        foreach (var broken in ended.Where(static instance => instance.State != Running).GroupBy(static instance => instance.State))
        {
            log.Warning($"{serviceName} is refreshed, but its instance in {ZonesOf(broken)} is '{broken.Key}', not running.");
        }
    }

    /// <summary>Where one reloads now, in words; null where none does.</summary>
    public async Task<string?> ReloadingAsync(CancellationToken cancellation)
    {
        InstanceState[] reloading = [.. (await LookAsync(cancellation)).Where(IsReloading)];
        return reloading.Length == 0 ? null : ZonesOf(reloading);
    }

    private static bool IsReloading(InstanceState instance) => instance.State == Reloading;

    private static string ZonesOf(IEnumerable<InstanceState> instances) =>
        string.Join(", ", instances.Select(static instance => instance.Zone).Distinct().Order(StringComparer.Ordinal));

    private async Task<IReadOnlyList<InstanceState>> LookAsync(CancellationToken cancellation)
    {
        try
        {
            var all = await session.Client.LoadBalancers.GetInstancesStateAsync(serviceName, cancellation);
            return zones.Count == 0 ? all : [.. all.Where(instance => zones.Contains(instance.Zone, StringComparer.OrdinalIgnoreCase))];
        }
        catch (OvhApiException gone) when (gone.StatusCode == 404 || gone.IsLackOfRight)
        {
            return [];
        }
    }
}
