using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>Sees to it that a certificate is on its load balancer: finds it there, or uploads it.</summary>
internal sealed class CustomCertificateUpload(Session session, PropertyBag inputs, IOperationLog log, Deadline deadline)
{
    private readonly string _serviceName = inputs.GetRequired(CustomCertificateSchema.ServiceName);

    private readonly string _fingerprint = CertificateBundle.FingerprintOf(inputs);

    private bool _hasChanged;

    /// <param name="originOf">
    /// How a certificate came to be, where this resource is replaced by itself; null where that is not known.
    /// </param>
    /// <exception cref="ResourceInitializationException">It is there, but not known to be live.</exception>
    public async Task<ResourceState> UploadAsync(Func<CustomCertificateId, string?> originOf)
    {
        var inventory = new CustomCertificateInventory(session, _serviceName);
        var origin = Origin.Created;
        var certificate = await inventory.FindAsync(_fingerprint, deadline.Token);
        certificate ??= await SendAsync(inventory);
        var id = new CustomCertificateId(_serviceName, certificate.Id);
        if (!_hasChanged)
        {
            origin = await AdoptAsync(id, certificate, originOf(id));
        }

        return await new CustomCertificateProgress(session, id, inputs, origin, log, deadline)
            .MakeLiveAsync(CustomCertificateProgress.OutputsOf(certificate), _hasChanged);
    }

    /// <summary>A refused upload may be there by now, and one whose answer was lost may be there too.</summary>
    private async Task<Certificate> SendAsync(CustomCertificateInventory inventory)
    {
        try
        {
            var sent = await SendAsync();
            _hasChanged = true;
            return sent;
        }
        catch (OvhApiException failure) when (failure is ConflictException or InvalidRequestException or ForbiddenException
            || failure.MayHaveTakenEffect)
        {
            if (await FindAfterAsync(failure, inventory) is not { } there)
            {
                throw;
            }

            _hasChanged = failure.MayHaveTakenEffect;
            return there;
        }
    }

    /// <summary>What is to be told is why the upload failed, not that nobody could look.</summary>
    private async Task<Certificate?> FindAfterAsync(OvhApiException failure, CustomCertificateInventory inventory)
    {
        try
        {
            return await inventory.FindAsync(_fingerprint, deadline.Token);
        }
        catch (OvhApiException) when (!failure.MayHaveTakenEffect)
        {
            return null;
        }
    }

    private Task<Certificate> SendAsync()
    {
        log.Status($"uploading the certificate to {_serviceName}");
        var bundle = CertificateBundle.Of(inputs)!;
        bundle.Tell(log);
        var upload = new CertificateUpload
        {
            Certificate = CertificateChain.Of([bundle.Leaf]).Text,
            Key = PrivateKey.Text(inputs.GetRequired(CustomCertificateSchema.Key)),
            Chain = bundle.Chain.Certificates.IsEmpty ? null : bundle.Chain.Text,
            DisplayName = inputs.Get(CustomCertificateSchema.DisplayName),
        };
        return session.Client.Certificates.UploadAsync(_serviceName, upload, deadline.Token);
    }

    private async Task<string> AdoptAsync(CustomCertificateId id, Certificate certificate, string? origin)
    {
        if (inputs.Get(CustomCertificateSchema.DisplayName) is { } name && name != certificate.DisplayName)
        {
            await session.Client.Certificates.RenameAsync(id.ServiceName, id.Number, name, deadline.Token);
        }

        var what = $"certificate {id.Number} of {id.ServiceName} is the same";
        log.Info(origin is not (null or Origin.Adopted)
            ? $"{what} and goes on."
            : $"{what}: adopted, with the chain it was uploaded with. Deleting this resource leaves it there unless `onDelete` is "
                + $"`delete`.");
        return origin ?? Origin.Adopted;
    }
}
