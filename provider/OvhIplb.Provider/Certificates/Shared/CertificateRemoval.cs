using OvhIplb.Api.Errors;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;
using OvhIplb.Provider.Refreshes;

namespace OvhIplb.Provider.Certificates.Shared;

/// <summary>Takes a certificate off its load balancer, where the API lets it.</summary>
internal sealed class CertificateRemoval(Session session, string serviceName, IOperationLog log, Deadline deadline)
{
    /// <param name="number">The certificate's number.</param>
    /// <returns>Null once it is gone; else why the API refuses, as it does where a frontend uses it as default.</returns>
    public async Task<OvhApiException?> TryRemoveAsync(long number)
    {
        try
        {
            await session.Client.Certificates.DeleteAsync(serviceName, number, deadline.Token);
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

    /// <summary>Deletes the certificate. A delete that the API refuses is a warning, not an error.</summary>
    /// <param name="number">The certificate's number.</param>
    /// <param name="isKept">Whether the state keeps the number of a certificate that was not deleted.</param>
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> RemoveOrWarnAsync(long number, bool isKept = false)
    {
        if (await TryRemoveAsync(number) is not { } refused)
        {
            return true;
        }

        WarnNotDeleted(number, refused, isKept);
        return false;
    }

    /// <summary>Warns of a certificate that stays, and says what removes it.</summary>
    public void WarnNotDeleted(long number, OvhApiException refused, bool isKept = false)
    {
        var cause = refused.IsLackOfRight
            ? "give these credentials the right to delete it"
            : "where a frontend has it as `defaultSslId`, give the frontend another certificate and refresh the load balancer";
        var next = isKept
            ? $"Its number is kept in `superseded`. First {cause}. The next update of this resource then deletes it, and so does its "
                + $"deletion; a `pulumi up` that "
                + "changes nothing in this resource does not."
            : $"No later `pulumi up` deletes it: it is no longer in the state. First {cause}. Then delete it in the OVHcloud control "
                + $"panel, or by "
                + $"`DELETE /ipLoadbalancing/{serviceName}/ssl/{number}`.";
        log.Warning(
            $"certificate {number} stays on {serviceName}, because the API refuses to delete it. {next} The API says: {refused.Message}");
    }

    /// <summary>Makes the removal live, if that takes a refresh.</summary>
    public Task MakeLiveAsync() => RefreshAfterDelete.RunAsync(
        "the certificate is deleted",
        serviceName,
        () => new CertificateRefresh(session, serviceName, log, deadline).RefreshIfDueAsync(isOurs: true),
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
                deadline.Token);
        }
        catch (NotFoundException)
        {
            // With the load balancer went all that was on it.
        }
    }
}
