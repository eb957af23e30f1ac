using OvhIplb.Api.Certificates;
using OvhIplb.Provider.Certificates;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;
using CertificateProperties = OvhIplb.Provider.Certificates.Properties;

namespace OvhIplb.Provider.CustomCertificates;

/// <summary>The last stage of a certificate that is there: to make it live, kept in the state whatever goes wrong.</summary>
internal sealed class Progress(Session session, CertificateId id, PropertyBag inputs, string origin, IOperationLog log, Deadline deadline)
{
    /// <param name="outputs">What is known of the certificate.</param>
    /// <param name="isOurs">Whether this run changed something that may wait for a refresh.</param>
    /// <exception cref="ResourceInitializationException">The refresh is not known to be done.</exception>
    public async Task<ResourceState> MakeLiveAsync(PropertyBag outputs, bool isOurs)
    {
        if (inputs.Get(CertificateProperties.AutoRefresh))
        {
            deadline.Continue(Durations.OfRefresh);
            await HalfDone.KeepRefreshAsync(
                deadline,
                $"certificate {id.Number} is on {id.ServiceName}, but the refresh that makes it live",
                reason => new ResourceInitializationException(StateIn(Phases.Refreshing, outputs), [reason]),
                () => new GoingLive(session, id.ServiceName, log, deadline).RefreshIfDueAsync(isOurs)).ConfigureAwait(false);
        }

        return StateIn(Phases.Live, outputs);
    }

    /// <summary>What is known of a certificate.</summary>
    public static PropertyBag OutputsOf(Certificate certificate) => PropertyBag.Empty.WithCertificate(certificate);

    private ResourceState StateIn(string phase, PropertyBag outputs) => new(
        id.ToString(),
        outputs.WithFrom(inputs, Properties.Declaration.Inputs).With(Properties.Phase, phase).With(Origin.Property, origin));
}
