using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>Takes a certificate off its load balancer, where that is wanted and the API lets it.</summary>
internal sealed class Removal(Session session, CertificateId id, IOperationLog log, Deadline deadline)
{
    /// <param name="number">The certificate's number.</param>
    public async Task RemoveAsync(long number)
    {
        try
        {
            await session.Client.Certificates.DeleteAsync(id.ServiceName, number, deadline.Token).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            log.Info($"certificate {number} of {id.ServiceName} is gone already.");
        }
        catch (OvhApiException refused) when (refused.IsLackOfRight || refused is InvalidRequestException or ConflictException)
        {
            log.Warning($"certificate {number} stays on {id.ServiceName}, because the API refuses to delete it: {refused.Message}");
            return;
        }

        await Deletion.MakeLiveAsync("the certificate is deleted", id.ServiceName, RefreshIfPendingAsync, log, deadline).ConfigureAwait(false);
    }

    /// <summary>
    /// An earlier delete may have been cut short between the removal and its refresh, but what is pending may as well be somebody
    /// else's, so it is only said.
    /// </summary>
    public async Task GoneAlreadyAsync()
    {
        try
        {
            await Pending.LookAndWarnAsync(
                session,
                id.ServiceName,
                log,
                $"the certificate for {string.Join(", ", id.Names)} is gone already, and its removal may be among them: the next refresh makes them live",
                deadline.Token).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            // With the load balancer went all that was on it.
        }
    }

    /// <summary>An unrouted certificate that had to be ordered anew goes once its successor is there, if it was ours to delete.</summary>
    /// <param name="before">The state with the old certificate.</param>
    /// <param name="now">The state with its successor.</param>
    public async Task RemoveReplacedAsync(PropertyBag before, PropertyBag now)
    {
        if (before.TryGet(Properties.CertificateId, out long old)
            && now.TryGet(Properties.CertificateId, out long successor)
            && old != successor
            && before.Get(Properties.Phase) == Phases.Unrouted
            && before.Get(Origin.Property) != Origin.Adopted
            && await new Inventory(session, id.ServiceName).GetAsync(old, deadline.Token).ConfigureAwait(false) is { } replaced
            && replaced.Type == CertificateType.BuiltNotRouted)
        {
            await RemoveAsync(old).ConfigureAwait(false);
        }
    }

    private async Task RefreshIfPendingAsync()
    {
        IReadOnlyList<PendingChanges> pending = await session.Client.LoadBalancers.GetPendingChangesAsync(id.ServiceName, deadline.Token)
            .ConfigureAwait(false);
        if (pending.Any(static change => change.Number > 0))
        {
            await session.Refreshes.Join(id.ServiceName, zones: [], log).DoneAsync(deadline.Token).ConfigureAwait(false);
        }
    }
}
