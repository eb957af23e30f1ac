using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>Failover IPs that serve from a load balancer, with free certificates for the names that lead to them, all of it live.</summary>
/// <remarks>
/// The IPs are moved first and made live by one refresh, then the certificates are ordered, and made live by one more where
/// anything is pending then: however many there are. DNS records that the same program makes belong into
/// <see cref="HttpsEndpointArgs.DnsRecords" />: they are made once the IPs are live, and the certificates are declared after them.
/// A record that is made from <see cref="Addresses" /> elsewhere works only while the engine has a parallel slot left for it: each
/// certificate holds one while it waits for DNS. Such a record must not depend on the endpoint as a whole (<c>DependsOn</c>): it
/// would wait for the certificates, which wait for it.
/// The authority asks for each name over HTTP: the load balancer needs a frontend on port 80, live, before a certificate is
/// ordered.
/// </remarks>
public sealed class HttpsEndpoint : ComponentResource
{
    private readonly string _name;

    private readonly HttpsEndpointArgs _args;

    /// <summary>
    /// Addresses at which visitors reach it, for A and AAAA records: the failover IPs by name, single ones without
    /// <c>/32</c>, or the load balancer's own where there are none. Known as soon as the failover IPs are live.
    /// </summary>
    public Output<ImmutableArray<string>> Addresses { get; }

    /// <summary>
    /// Numbers of the certificates, as <c>defaultSslId</c> of a frontend takes them, by the keys of
    /// <see cref="HttpsEndpointArgs.Certificates" />.
    /// </summary>
    public Output<ImmutableDictionary<string, int>> CertificateIds { get; }

    /// <summary>When the certificates expire, RFC 3339, by the keys of <see cref="HttpsEndpointArgs.Certificates" />.</summary>
    public Output<ImmutableDictionary<string, string>> ExpiresAt { get; }

    /// <summary>Addresses from which the load balancer reaches its servers, in CIDR form: what their firewall must let in.</summary>
    public Output<ImmutableArray<string>> NatCidrs { get; }

    /// <summary>Name of the load balancer, known as soon as the failover IPs are live: what is looked up by it sees them.</summary>
    public Output<string> ServiceName { get; }

    /// <summary>Declares the endpoint's resources.</summary>
    /// <param name="name">The unique name of the endpoint in the stack; its resources are called by it too.</param>
    /// <param name="args">The arguments that describe it.</param>
    /// <param name="options">
    /// Options that control how the engine treats it; provider, protection and the like pass on to its resources.
    /// </param>
    public HttpsEndpoint(string name, HttpsEndpointArgs args, ComponentResourceOptions? options = null)
        : base("ovh-iplb:index:HttpsEndpoint", name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        (_name, _args) = (name, args);
        FailoverAttachment[] attachments = [.. args.FailoverIps.ByName.Select(one => Attach(one.Key, one.Value))];
        var live = attachments.Length == 0 ? null : new Refresh($"{name}-failover-ips", new RefreshArgs
        {
            ServiceName = args.ServiceName,
            Triggers = Triggers(attachments, static attachment => attachment.Revision),
        }, new CustomResourceOptions { Parent = this });
        Addresses = live is null ? OwnAddresses() : Live(attachments, live);
        Resource[] first = [.. live is null ? [] : new Resource[] { live }, .. args.DnsRecords?.Invoke(Addresses) ?? []];
        var certificates = args.Certificates.ToDictionary(one => one.Key, one => Certify(one.Key, one.Value, first));
        if (certificates.Count > 0)
        {
            _ = new Refresh($"{name}-certificates", new RefreshArgs
            {
                ServiceName = args.ServiceName,
                OnlyIfPending = true,
                Triggers = Triggers(certificates.Values, Order),
            }, new CustomResourceOptions { Parent = this });
        }

        ServiceName = live?.ServiceName ?? args.ServiceName.ToOutput();
        CertificateIds = ByKey(certificates, static certificate => certificate.CertificateId, static number => number!.Value);
        ExpiresAt = ByKey(certificates, static certificate => certificate.ExpiresAt, static time => time!);
        NatCidrs = GetNatIps.Invoke(new GetNatIpsInvokeArgs { ServiceName = args.ServiceName }, new InvokeOptions { Parent = this })
            .Apply(static found => OrNone(found.Cidrs));
        RegisterOutputs(new Dictionary<string, object?>
        {
            ["addresses"] = Addresses,
            ["certificateIds"] = CertificateIds,
            ["expiresAt"] = ExpiresAt,
            ["natCidrs"] = NatCidrs,
        });
    }

    private FailoverAttachment Attach(string name, Input<string> ip) => new($"{_name}-{name}", new FailoverAttachmentArgs
    {
        ServiceName = _args.ServiceName,
        Ip = ip,
        OnDelete = _args.FailoverIpDeletion,
        AutoRefresh = false,
    }, new CustomResourceOptions { Parent = this });

    private FreeCertificate Certify(
        string name,
        InputList<string> names,
        Resource[] first) => new($"{_name}-{name}", new FreeCertificateArgs
        {
            ServiceName = _args.ServiceName,
            Fqdns = names,
            OnDelete = _args.CertificateDeletion,
            WaitForDns = _args.WaitForDns,
            AutoRefresh = false,
        }, new CustomResourceOptions { Parent = this, DependsOn = first });

    // Another set of names has another id, another order another task; a renewal, even under another number, changes neither.
    private static Output<string> Order(FreeCertificate certificate)
        => Output.Tuple(certificate.Id, certificate.TaskId).Apply(static both => $"{both.Item1} {both.Item2}".TrimEnd());

    // What the refresh echoes is known in a preview already, and in an update once it is done.
    private static Output<ImmutableArray<string>> Live(IEnumerable<FailoverAttachment> attachments, Refresh live) => Output
        .Tuple(Output.All(attachments.Select(static attachment => attachment.Ip)), live.ServiceName)
        .Apply(static both => both.Item1.Select(FailoverIpList.WithoutLength).ToImmutableArray());

    private Output<ImmutableArray<string>> OwnAddresses() => GetLoadBalancer
        .Invoke(new GetLoadBalancerInvokeArgs { ServiceName = _args.ServiceName }, new InvokeOptions { Parent = this })
        .Apply(static found => OrNone(found.Addresses));

    // Mocks of a user's tests may answer nothing.
    private static ImmutableArray<string> OrNone(ImmutableArray<string> found) => found.IsDefault ? [] : found;

    private static InputMap<string> Triggers<T>(IEnumerable<T> resources, Func<T, Output<string>> value)
        where T : CustomResource
    {
        var triggers = new InputMap<string>();
        foreach (var resource in resources)
        {
            triggers.Add(resource.GetResourceName(), value(resource));
        }

        return triggers;
    }

    // One that has no value yet is left out.
    private static Output<ImmutableDictionary<string, TValue>> ByKey<T, TValue>(
        Dictionary<string, FreeCertificate> certificates, Func<FreeCertificate, Output<T>> output, Func<T, TValue> value) => Output
        .All(certificates.Select(one => output(one.Value).Apply(found => KeyValuePair.Create(one.Key, found))))
        .Apply(all => all.Where(static one => one.Value is not null).ToImmutableDictionary(static one => one.Key, one => value(one.Value)));
}
