using System.Collections.Immutable;
using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;
using OvhIplb.Provider.Certificates.Shared;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Certificates.Free;

/// <summary>A certificate that does not do its work, and why.</summary>
internal sealed class UnroutedCertificate(Session session, FreeCertificateId id, IOperationLog log)
{
    /// <summary>
    /// What the certificate is good for goes into the state under the input's name: the names that still lead to the load balancer.
    /// </summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="state">What is known of the certificate.</param>
    /// <param name="certificate">The certificate.</param>
    /// <param name="cancellation">Ends the look.</param>
    public async Task<ResourceInitializationException> FailureAsync(
        PropertyBag inputs, PropertyBag state, Certificate certificate, CancellationToken cancellation)
    {
        var astray = await AstrayAsync(inputs, cancellation);
        ImmutableArray<string> routed = astray.IsEmpty
            ? []
            : [.. inputs.Get(FreeCertificateSchema.Fqdns).Where(name => !astray.ContainsKey(DomainName.Normalize(name)))];
        var what = certificate.ExpireDate <= session.Time.GetUtcNow()
            ? "has expired without being renewed"
            : "is no longer routed, so it will not be renewed";
        var why = astray.IsEmpty
            ? $"every one of {id.Listed} has to point to the load balancer or one of its failover IPs"
            : DnsCheck.Told(astray);
        return new ResourceInitializationException(
            new ResourceState(
                id.ToString(),
                state.With(FreeCertificateSchema.Phase, FreeCertificatePhases.Unrouted).With(FreeCertificateSchema.Fqdns, routed)),
            [$"certificate {certificate.Id} of {id.ServiceName} {what}: {why}. Correct the A and AAAA records, then run `pulumi up`."]);
    }

    /// <summary>That it cannot be said which name it is must not hide what is known.</summary>
    private async Task<ImmutableSortedDictionary<string, string>> AstrayAsync(PropertyBag inputs, CancellationToken cancellation)
    {
        try
        {
            return inputs.Get(FreeCertificateSchema.WaitForDns)
                ? await new DnsCheck(session, id, log).AstrayAsync([], cancellation)
                : ImmutableSortedDictionary<string, string>.Empty;
        }
        catch (Exception unknown) when (unknown is OvhApiException or OperationCanceledException)
        {
            return ImmutableSortedDictionary<string, string>.Empty;
        }
    }
}
