using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.CustomCertificates;

/// <summary>Sees to it that a certificate is on its load balancer: finds it there, or uploads it.</summary>
internal sealed class Uploading(Session session, PropertyBag inputs, IOperationLog log, Deadline deadline)
{
    private readonly string _serviceName = inputs.GetRequired(Properties.ServiceName);

    private readonly string _fingerprint = Material.Of(inputs, Properties.Certificate).Fingerprints;

    private bool _hasChanged;

    /// <param name="originOf">How a certificate came to be, where this resource is replaced by itself; null where that is not known.</param>
    /// <exception cref="ResourceInitializationException">It is there, but not known to be live.</exception>
    public async Task<ResourceState> UploadAsync(Func<CertificateId, string?> originOf)
    {
        var inventory = new Inventory(session, _serviceName);
        string origin = Origin.Created;
        Certificate? certificate = await inventory.FindAsync(_fingerprint, deadline.Token).ConfigureAwait(false);
        if (certificate is null)
        {
            try
            {
                certificate = await SendAsync().ConfigureAwait(false);
                _hasChanged = true;
            }
            catch (OvhApiException failure) when (failure is ConflictException or InvalidRequestException or ForbiddenException || failure.MayHaveTakenEffect)
            {
                // Refused because it is there by now, or there although the answer was lost.
                certificate = await inventory.FindAsync(_fingerprint, deadline.Token).ConfigureAwait(false);
                if (certificate is null)
                {
                    throw;
                }

                _hasChanged = failure.MayHaveTakenEffect;
            }
        }

        var id = new CertificateId(_serviceName, certificate.Id);
        if (!_hasChanged)
        {
            origin = await AdoptAsync(id, certificate, originOf(id)).ConfigureAwait(false);
        }

        return await new Progress(session, id, inputs, origin, log, deadline)
            .MakeLiveAsync(Progress.OutputsOf(certificate), _hasChanged).ConfigureAwait(false);
    }

    private Task<Certificate> SendAsync()
    {
        log.Status($"uploading the certificate to {_serviceName}");
        Chain chain = Material.Of(inputs, Properties.Chain);
        var upload = new CertificateUpload
        {
            Certificate = Material.Of(inputs, Properties.Certificate).Text,
            Key = PrivateKey.Text(inputs.GetRequired(Properties.Key)),
            Chain = chain.Certificates.IsEmpty ? null : chain.Text,
            DisplayName = inputs.Get(Properties.DisplayName),
        };
        return session.Client.Certificates.UploadAsync(_serviceName, upload, deadline.Token);
    }

    private async Task<string> AdoptAsync(CertificateId id, Certificate certificate, string? origin)
    {
        if (inputs.Get(Properties.DisplayName) is { } name && name != certificate.DisplayName)
        {
            await session.Client.Certificates.RenameAsync(id.ServiceName, id.Number, name, deadline.Token).ConfigureAwait(false);
        }

        string what = $"certificate {id.Number} of {id.ServiceName} is the same";
        log.Info(origin is not (null or Origin.Adopted)
            ? $"{what} and goes on."
            : $"{what}: adopted, with the chain it was uploaded with. Deleting this resource leaves it there unless `onDelete` is `delete`.");
        return origin ?? Origin.Adopted;
    }
}
