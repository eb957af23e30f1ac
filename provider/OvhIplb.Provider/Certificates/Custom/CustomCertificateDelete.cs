using OvhIplb.Api.Errors;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>Takes the certificate off its load balancer.</summary>
/// <param name="session">The session.</param>
/// <param name="id">The certificate.</param>
/// <param name="isReplaced">Whether it makes room for itself with another chain.</param>
/// <param name="context">The delete.</param>
/// <param name="deadline">Until when it may take.</param>
internal sealed class CustomCertificateDelete(
    Session session,
    CustomCertificateId id,
    bool isReplaced,
    DeleteContext context,
    Deadline deadline)
{
    private readonly CertificateRemoval _removal = new(session, id.ServiceName, context.Log, deadline);

    /// <summary>
    /// Whether it was there before the resource, which then is not to delete it for another chain unless the user says so.
    /// </summary>
    public static bool MayNotMakeRoom(PropertyBag oldInputs, PropertyBag state) =>
        state.TryGet(Origin.Property, out var origin)
        && origin == Origin.Adopted
        && !(oldInputs.TryGet(CertificateProperties.OnDelete, out var onDelete) && onDelete == CertificateProperties.Delete);

    /// <exception cref="OperationException">It has to make room and cannot.</exception>
    public async Task DeleteAsync()
    {
        try
        {
            await RemoveAsync();
        }
        catch (ExpiredServiceException expired) when (isReplaced)
        {
            // A delete succeeds on an expired load balancer; this one is a part of an update, which cannot.
            throw new OperationException(
                $"certificate {id.Number} cannot be uploaded with another chain, because {id.ServiceName} has expired. It is as it was. "
                    + $"{expired.Message}", expired);
        }
    }

    private async Task RemoveAsync()
    {
        if (await new CustomCertificateRead(session, id).FindAsync(context.State, deadline.Token) is not { } certificate)
        {
            await _removal.GoneAlreadyAsync($"certificate {id.Number} of {id.ServiceName}");
            return;
        }

        if (await _removal.TryRemoveAsync(certificate.Id) is not { } refused)
        {
            // What is saved and not refreshed goes on serving, so until the successor is there nothing is missing.
            await (isReplaced ? Task.CompletedTask : _removal.MakeLiveAsync());
            return;
        }

        if (isReplaced)
        {
            throw new OperationException(
                $"certificate {certificate.Id} of {id.ServiceName} cannot be uploaded with another chain while it is there, and the API "
                    + $"refuses to delete it. "
                + $"It is as it was. Where a frontend has it as `defaultSslId`, give the frontend another one first, then run `pulumi up` "
                + $"again. {refused.Message}");
        }

        _removal.WarnNotDeleted(certificate.Id, refused);
    }
}
