using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;
using OvhIplb.Provider.Refreshes;

namespace OvhIplb.Provider.Certificates.Shared;

/// <summary>
/// Makes a certificate live. Whether what is put on a load balancer or taken off it waits for a refresh differs by its kind, and for
/// ordered ones nobody says: so there is one where something is pending.
/// </summary>
internal sealed class CertificateRefresh(Session session, string serviceName, IOperationLog log, Deadline deadline)
{
    /// <param name="isOurs">Whether this run changed something, so that what is pending is to be expected.</param>
    public async Task RefreshIfDueAsync(bool isOurs)
    {
        var pending = await Pending.LookAsync(session, serviceName, deadline.Token);
        if (!Pending.IsDue(pending, zones: []))
        {
            return;
        }

        if (!isOurs)
        {
            Pending.Warn(log, serviceName, pending ?? [], "whoever saved them, the refresh makes them live");
        }

        await session.Refreshes.Join(serviceName, zones: [], log).DoneAsync(deadline.Token);
    }
}
