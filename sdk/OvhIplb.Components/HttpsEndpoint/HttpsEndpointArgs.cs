using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="HttpsEndpoint" />.</summary>
public sealed class HttpsEndpointArgs
{
    /// <summary>Creates empty arguments.</summary>
    public HttpsEndpointArgs()
    {
    }

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>. Changing it replaces all resources.</summary>
    public Input<string> ServiceName { get; set; } = null!;

    private FailoverIpList? _failoverIps;

    /// <summary>The failover IPs to serve from. Default: none; visitors then reach the load balancer's own addresses.</summary>
    public FailoverIpList FailoverIps
    {
        get => _failoverIps ??= [];
        set => _failoverIps = value;
    }

    private IDictionary<string, InputList<string>>? _certificates;

    /// <summary>
    /// The names of each free certificate, by a name for its resource:
    /// <c>Certificates = { ["web"] = new[] { "www.example.com", "example.com" } }</c>. Names may be unknown in a preview, and
    /// secret. Default: none.
    /// </summary>
    public IDictionary<string, InputList<string>> Certificates
    {
        get => _certificates ??= new SortedDictionary<string, InputList<string>>(StringComparer.Ordinal);
        set => _certificates = value;
    }

    /// <summary>
    /// Declares the DNS records of the names, from <see cref="HttpsEndpoint.Addresses" />, and answers them:
    /// <c>DnsRecords = addresses => [new Record("www", new() { Target = addresses.Apply(all => all[0]) })]</c>. The endpoint calls it
    /// once, after it has declared the failover IPs; the certificates depend on what it answers. The records are resources of the
    /// program, not children of the endpoint, unless they say so themselves. Default: none.
    /// </summary>
    public Func<Output<ImmutableArray<string>>, IEnumerable<Resource>>? DnsRecords { get; set; }

    /// <summary>
    /// What becomes of a failover IP that is taken out. Default: what was moved here is parked, what was found here is left.
    /// </summary>
    public Input<AttachmentDeletion>? FailoverIpDeletion { get; set; }

    /// <summary>
    /// What becomes of a certificate that is taken out. Default: what was ordered here is deleted, what was found here is left.
    /// </summary>
    public Input<CertificateDeletion>? CertificateDeletion { get; set; }

    /// <summary>Whether certificates are ordered only once all their names lead to the load balancer. Default: true.</summary>
    public Input<bool>? WaitForDns { get; set; }
}
