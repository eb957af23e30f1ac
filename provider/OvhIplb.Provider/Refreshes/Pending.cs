using System.Collections.Immutable;
using System.Globalization;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.Refreshes;

/// <summary>Changes that are saved on a load balancer and not live.</summary>
internal static class Pending
{
    public static ImmutableArray<PropertyBag> Bags(IReadOnlyList<PendingChanges> pending) =>
    [
        .. Counted(pending).Select(static change => PropertyBag.Empty
            .With(Properties.Number, change.Number)
            .With(Properties.Zone, change.Zone)),
    ];

    /// <summary>Says zone and count; nothing where nothing is pending.</summary>
    public static void Warn(IOperationLog log, string serviceName, IReadOnlyList<PendingChanges> pending, string consequence)
    {
        string zones = string.Join(", ", Counted(pending).Select(static change =>
            string.Create(CultureInfo.InvariantCulture, $"{change.Number} in {change.Zone}")));
        if (zones.Length > 0)
        {
            log.Warning($"{serviceName} has saved changes that are not live ({zones}); {consequence}.");
        }
    }

    /// <summary>The API may list a zone without changes or leave it out.</summary>
    private static IEnumerable<PendingChanges> Counted(IReadOnlyList<PendingChanges> pending) =>
        pending.Where(static change => change.Number > 0).OrderBy(static change => change.Zone, StringComparer.Ordinal);
}
