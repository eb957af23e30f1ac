using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;

namespace OvhIplb.Provider.Certificates;

/// <summary>
/// Makes a certificate live. Whether what is put on a load balancer or taken off it waits for a refresh differs by its kind, and for
/// ordered ones nobody says: so there is one where something is pending.
/// </summary>
internal sealed class GoingLive(Session session, string serviceName, IOperationLog log, Deadline deadline)
{
    /// <summary>Whether a refresh would make anything live. Without the right to know, one too many does no harm.</summary>
    public static async Task<bool> IsDueAsync(Session session, string serviceName, CancellationToken cancellation) =>
        IsDue(await Pending.LookAsync(session, serviceName, cancellation).ConfigureAwait(false));

    /// <param name="isOurs">Whether this run changed something, so that what is pending is to be expected.</param>
    public async Task RefreshIfDueAsync(bool isOurs)
    {
        IReadOnlyList<PendingChanges>? pending = await Pending.LookAsync(session, serviceName, deadline.Token).ConfigureAwait(false);
        if (!IsDue(pending))
        {
            return;
        }

        if (!isOurs)
        {
            Pending.Warn(log, serviceName, pending ?? [], "whoever saved them, the refresh makes them live");
        }

        await session.Refreshes.Join(serviceName, zones: [], log).DoneAsync(deadline.Token).ConfigureAwait(false);
    }

    private static bool IsDue(IReadOnlyList<PendingChanges>? pending) => pending is null || Pending.Counted(pending).Any();
}
