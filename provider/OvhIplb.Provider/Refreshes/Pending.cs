using System.Globalization;
using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Refreshes;

/// <summary>Changes that are saved on a load balancer and not live.</summary>
internal static class Pending
{
    /// <summary>Those of the zones that have any: the API may list a zone without changes or leave it out.</summary>
    public static IEnumerable<PendingChanges> Counted(IReadOnlyList<PendingChanges> pending) =>
        pending.Where(static change => change.Number > 0).OrderBy(static change => change.Zone, StringComparer.Ordinal);

    /// <summary>Whether one of the zones with changes is among those that are refreshed; no zones stand for all.</summary>
    public static bool IsIn(IEnumerable<string> changed, IReadOnlyList<string> refreshed) =>
        changed.Any(zone => refreshed.Count == 0 || refreshed.Contains(zone, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a refresh of these zones would make anything live. Without the right to know, one too many does no harm.</summary>
    public static async Task<bool> IsDueAsync(
        Session session,
        string serviceName,
        IReadOnlyList<string> zones,
        CancellationToken cancellation) =>
        IsDue(await LookAsync(session, serviceName, cancellation), zones);

    /// <inheritdoc cref="IsDueAsync" />
    public static bool IsDue(IReadOnlyList<PendingChanges>? pending, IReadOnlyList<string> zones) =>
        pending is null || IsIn(Counted(pending).Select(static change => change.Zone), zones);

    /// <summary>Says zone and count; nothing where nothing is pending.</summary>
    public static void Warn(IOperationLog log, string serviceName, IReadOnlyList<PendingChanges> pending, string consequence)
    {
        var zones = string.Join(", ", Counted(pending).Select(static change =>
            string.Create(CultureInfo.InvariantCulture, $"{change.Number} in {change.Zone}")));
        if (zones.Length > 0)
        {
            log.Warning($"{serviceName} has saved changes that are not live ({zones}); {consequence}.");
        }
    }

    /// <summary>What a refresh makes live besides what it is for is worth saying before it happens.</summary>
    public static Task WarnBeforeRefreshAsync(Session session, string serviceName, IOperationLog log, CancellationToken cancellation) =>
        LookAndWarnAsync(session, serviceName, log, "the refresh makes them live too", cancellation);

    /// <summary>
    /// What is pending now, or null without the right to see it. Not a look that others share, as that may have begun before what
    /// was done last.
    /// </summary>
    public static async Task<IReadOnlyList<PendingChanges>?> LookAsync(Session session, string serviceName, CancellationToken cancellation)
    {
        try
        {
            return await session.Client.LoadBalancers.GetPendingChangesAsync(serviceName, cancellation);
        }
        catch (OvhApiException refused) when (refused.IsLackOfRight)
        {
            return null;
        }
    }

    /// <summary>
    /// Reads the pending changes and warns of them. The work goes on where they cannot be read: the log then says why.
    /// </summary>
    /// <returns>The pending changes; null where they could not be read.</returns>
    /// <exception cref="NotFoundException">There is no such load balancer.</exception>
    public static async Task<IReadOnlyList<PendingChanges>?> LookAndWarnAsync(
        Session session, string serviceName, IOperationLog log, string consequence, CancellationToken cancellation)
    {
        using var deadline = Deadline.In(DefaultTimeouts.OfRead, session.Time, cancellation);
        try
        {
            var pending = await session.PendingChanges.JoinAsync(serviceName, deadline.Token);
            Warn(log, serviceName, pending, consequence);
            return pending;
        }
        catch (OvhApiException unknown) when (unknown.IsLackOfRight || unknown is UnavailableException or RateLimitedException)
        {
            log.Info($"what is pending on {serviceName} is not known: {unknown.Message}");
        }
        catch (ExpiredServiceException expired)
        {
            log.Warning($"{serviceName} has expired, so what is pending there is not known. {expired.Message}");
        }
        catch (OvhApiException failure) when (failure is not NotFoundException)
        {
            log.Warning($"the pending changes of {serviceName} could not be read: {failure.Message}");
        }
        catch (OperationCanceledException) when (deadline.HasExpired)
        {
            log.Info($"the pending changes of {serviceName} could not be read: there was no answer {deadline.Reason}.");
        }

        return null;
    }
}
