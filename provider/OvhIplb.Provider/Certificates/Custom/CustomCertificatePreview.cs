using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>What a preview can already say of a certificate.</summary>
/// <param name="session">The session, where there is one.</param>
/// <param name="originOf">How a certificate came to be that this resource has already; null where it has none such.</param>
/// <param name="log">Where it is said.</param>
internal sealed class CustomCertificatePreview(Session? session, Func<CustomCertificateId, string?> originOf, IOperationLog log)
{
    public async Task<PropertyBag> CreateAsync(PropertyBag inputs, CancellationToken cancellation)
    {
        var state = PropertyBag.Empty.WithFrom(inputs, CustomCertificateSchema.Declaration.Inputs);
        if (CertificateBundle.Of(inputs) is not { } bundle)
        {
            return state;
        }

        bundle.Tell(log);
        var fingerprint = CertificateChain.Fingerprint(bundle.Leaf);
        if (session is not null && inputs.TryGet(CustomCertificateSchema.ServiceName, out var serviceName))
        {
            await LookAsync(session, serviceName, fingerprint, cancellation);
        }

        return state.With(CertificateProperties.Fingerprint, fingerprint);
    }

    private async Task LookAsync(Session among, string serviceName, string fingerprint, CancellationToken cancellation)
    {
        var found = await OptionalRead.TryAsync(
            serviceName, () => new CustomCertificateInventory(among, serviceName).FindAsync(fingerprint, cancellation));

        // One that this resource has already makes room for itself, or goes on.
        if (found is not null && originOf(new CustomCertificateId(serviceName, found.Id)) is null)
        {
            log.Info($"certificate {found.Id} of {serviceName} is the same and will be adopted.");
        }
    }
}
