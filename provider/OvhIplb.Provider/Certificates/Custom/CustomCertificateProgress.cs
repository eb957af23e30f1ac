using OvhIplb.Api.Certificates;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using CertificateProperties = OvhIplb.Provider.Certificates.Shared.CertificateSchema;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>The last stage of a certificate that is there: to make it live, kept in the state whatever goes wrong.</summary>
internal sealed class CustomCertificateProgress(
    Session session,
    CustomCertificateId id,
    PropertyBag inputs,
    string origin,
    IOperationLog log,
    Deadline deadline)
{
    /// <param name="outputs">What is known of the certificate.</param>
    /// <param name="isOurs">Whether this run changed something that may wait for a refresh.</param>
    /// <exception cref="ResourceInitializationException">The refresh is not known to be done.</exception>
    public async Task<ResourceState> MakeLiveAsync(PropertyBag outputs, bool isOurs)
    {
        if (inputs.Get(CertificateProperties.AutoRefresh))
        {
            deadline.Continue(DefaultTimeouts.OfRefresh);
            await PartialState.KeepRefreshAsync(
                deadline,
                $"certificate {id.Number} is on {id.ServiceName}, but the refresh that makes it live",
                reason => new ResourceInitializationException(StateIn(CustomCertificatePhases.Refreshing, outputs), [reason]),
                () => new CertificateRefresh(session, id.ServiceName, log, deadline).RefreshIfDueAsync(isOurs));
        }

        return StateIn(CustomCertificatePhases.Live, outputs);
    }

    /// <summary>What is known of a certificate.</summary>
    public static PropertyBag OutputsOf(Certificate certificate) => PropertyBag.Empty.WithCertificate(certificate);

    private ResourceState StateIn(string phase, PropertyBag outputs) => new(
        id.ToString(),
        outputs.WithFrom(inputs, CustomCertificateSchema.Declaration.Inputs).With(CustomCertificateSchema.Phase, phase)
            .With(Origin.Property, origin));
}
