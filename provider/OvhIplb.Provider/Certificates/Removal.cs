using OvhIplb.Api.Errors;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;

namespace OvhIplb.Provider.Certificates;

/// <summary>Takes a certificate off its load balancer, where the API lets it.</summary>
internal sealed class Removal(Session session, string serviceName, IOperationLog log, Deadline deadline)
{
    /// <param name="number">The certificate's number.</param>
    /// <returns>Null once it is gone; else why the API refuses, as it does where a frontend uses it as default.</returns>
    public async Task<OvhApiException?> TryRemoveAsync(long number)
    {
        try
        {
            await session.Client.Certificates.DeleteAsync(serviceName, number, deadline.Token).ConfigureAwait(false);
            return null;
        }
        catch (NotFoundException)
        {
            log.Info($"certificate {number} of {serviceName} is gone already.");
            return null;
        }
        catch (OvhApiException refused) when (refused.IsLackOfRight || refused is InvalidRequestException or ConflictException)
        {
            return refused;
        }
    }

    /// <summary>As <see cref="TryRemoveAsync"/>, and says it where the API refuses.</summary>
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> RemoveOrMournAsync(long number)
    {
        if (await TryRemoveAsync(number).ConfigureAwait(false) is not { } refused)
        {
            return true;
        }

        Mourn(number, refused);
        return false;
    }

    /// <summary>That it stays is no failure of a delete: it is the API's to say.</summary>
    public void Mourn(long number, OvhApiException refused) =>
        log.Warning($"certificate {number} stays on {serviceName}, because the API refuses to delete it: {refused.Message}");

    /// <summary>Makes the removal live, if that takes a refresh.</summary>
    public Task MakeLiveAsync() => Deletion.MakeLiveAsync(
        "the certificate is deleted",
        serviceName,
        () => new GoingLive(session, serviceName, log, deadline).RefreshIfDueAsync(isOurs: true),
        log,
        deadline);

    /// <summary>
    /// An earlier delete may have been cut short between the removal and its refresh, but what is pending may as well be somebody
    /// else's, so it is only said.
    /// </summary>
    /// <param name="what">The certificate, in words that begin a sentence.</param>
    public async Task GoneAlreadyAsync(string what)
    {
        try
        {
            await Pending.LookAndWarnAsync(
                session,
                serviceName,
                log,
                $"{what} is gone already, and its removal may be among them: the next refresh makes them live",
                deadline.Token).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            // With the load balancer went all that was on it.
        }
    }
}
