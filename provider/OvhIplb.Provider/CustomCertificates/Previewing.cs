using OvhIplb.Api.Errors;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;
using CertificateProperties = OvhIplb.Provider.Certificates.Properties;

namespace OvhIplb.Provider.CustomCertificates;

/// <summary>What a preview can already say of a certificate.</summary>
internal sealed class Previewing(Session? session, IOperationLog log)
{
    public async Task<PropertyBag> CreateAsync(PropertyBag inputs, CancellationToken cancellation)
    {
        PropertyBag state = PropertyBag.Empty.WithFrom(inputs, Properties.Declaration.Inputs);
        if (!inputs.TryGet(Properties.Certificate, out string? certificate))
        {
            return state;
        }

        string fingerprint = Chain.Parse(certificate).Fingerprints;
        if (session is not null && inputs.TryGet(Properties.ServiceName, out string? serviceName))
        {
            await LookAsync(session, serviceName, fingerprint, cancellation).ConfigureAwait(false);
        }

        return state.With(CertificateProperties.Fingerprint, fingerprint);
    }

    private async Task LookAsync(Session among, string serviceName, string fingerprint, CancellationToken cancellation)
    {
        try
        {
            if (await new Inventory(among, serviceName).FindAsync(fingerprint, cancellation).ConfigureAwait(false) is { } found)
            {
                log.Info($"certificate {found.Id} of {serviceName} is the same and will be adopted.");
            }
        }
        catch (NotFoundException notFound)
        {
            throw LoadBalancers.ServiceName.Unknown(serviceName, notFound);
        }
        catch (OvhApiException refused) when (refused.IsLackOfRight)
        {
            // Then it is for the update to tell.
        }
    }
}
