using OvhIplb.Api.Errors;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;

namespace OvhIplb.Provider.FreeCertificates;

/// <summary>Takes a certificate off its load balancer, where that is wanted and the API lets it.</summary>
internal sealed class Removal(Session session, CertificateId id, IOperationLog log)
{
    /// <summary>What the user said; where nothing was said, what was found stays.</summary>
    public static bool IsWanted(DeleteContext context) => context.OldInputs.TryGet(Properties.OnDelete, out string? choice)
        ? choice == Properties.Delete
        : context.State.Get(Origin.Property) != Origin.Adopted;

    public static string WhyRetained(DeleteContext context) => context.OldInputs.Has(Properties.OnDelete)
        ? "`onDelete` is `retain`"
        : "it was there before this resource; `onDelete: delete` would delete it";

    /// <param name="number">The certificate's number.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task RemoveAsync(long number, CancellationToken cancellation)
    {
        try
        {
            await session.Client.LoadBalancers.DeleteCertificateAsync(id.ServiceName, number, cancellation).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            log.Info($"certificate {number} of {id.ServiceName} is gone already.");
            return;
        }
        catch (OvhApiException refused) when (refused is ForbiddenException or InvalidRequestException or ConflictException)
        {
            log.Warning($"certificate {number} stays on {id.ServiceName}, because the API refuses to delete it: {refused.Message}");
            return;
        }

        await RefreshIfPendingAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The certificate is deleted whatever becomes of the refresh, and a deleted resource has no next update to repair it.</summary>
    private async Task RefreshIfPendingAsync(CancellationToken cancellation)
    {
        try
        {
            var pending = await session.Client.LoadBalancers.GetPendingChangesAsync(id.ServiceName, cancellation).ConfigureAwait(false);
            if (pending.Any(static change => change.Number > 0))
            {
                await session.Refreshes.Join(id.ServiceName, zones: [], log).DoneAsync(cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is OvhApiException or OperationException)
        {
            log.Warning($"the certificate is deleted, but {id.ServiceName} could not be refreshed: {exception.Message}");
        }
    }
}
