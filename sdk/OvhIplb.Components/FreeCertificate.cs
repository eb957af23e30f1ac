using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>One free certificate for a set of names.</summary>
/// <remarks>
/// Creating it uses a live certificate for exactly these names where there is one; else it waits until every name points
/// to the load balancer or to one of its failover IPs (<c>WaitForDns</c>), orders one
/// (<c>POST /ipLoadbalancing/{serviceName}/freeCertificate</c>), follows the task and finds what was delivered. It may take
/// 60 minutes, half of them for DNS, or what <c>CustomTimeouts</c> say. A renewal, under the same number or another, is no
/// change. Of a certificate that is no longer routed (<c>built_not_routed</c>), <c>pulumi refresh</c> names the record, and
/// the next <c>pulumi up</c> repairs it.
/// <para>
/// While it waits for DNS it holds one of the engine's parallel slots (<c>--parallel</c>). Where the same program makes the
/// records, let it depend on them (<c>DependsOn</c>), or the records may wait for the slot.
/// </para>
/// <para>
/// Certificates are issued at a limited rate: where a stack is destroyed and created daily, set <c>OnDelete</c> to
/// <c>Retain</c>, and the next creation uses the one that is there.
/// </para>
/// Import with <c>serviceName/name,name,…</c>, or <c>serviceName/number</c>.
/// </remarks>
[OvhIplbResourceType("ovh-iplb:index:FreeCertificate")]
public partial class FreeCertificate : CustomResource
{
    /// <summary>
    /// Whether the load balancer is refreshed once the certificate is there, if it then has changes that are not live. Set it to false
    /// where a <c>Refresh</c> follows. Default: <c>true</c>.
    /// </summary>
    [Output("autoRefresh")]
    public Output<bool?> AutoRefresh { get; private set; } = null!;

    /// <summary>
    /// The names to put on the certificate, 1 to 100, no wildcards. Order and case do not matter. Changing them replaces the certificate:
    /// the new one is there before the old one goes.
    /// </summary>
    [Output("fqdns")]
    public Output<ImmutableArray<string>> Fqdns { get; private set; } = null!;

    /// <summary>What deleting the resource does. Default: delete what this resource put there or imported, retain what was found.</summary>
    [Output("onDelete")]
    public Output<CertificateDeletion?> OnDelete { get; private set; } = null!;

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>. Changing it replaces the resource.</summary>
    [Output("serviceName")]
    public Output<string> ServiceName { get; private set; } = null!;

    /// <summary>
    /// Whether nothing is ordered before the A and AAAA records of every name lead to the load balancer or to one of its failover IPs: an
    /// order that cannot succeed counts against the limits of the certificate authority. Default: <c>true</c>.
    /// </summary>
    [Output("waitForDns")]
    public Output<bool?> WaitForDns { get; private set; } = null!;

    /// <summary>Number of the certificate on the load balancer, as <c>defaultSslId</c> of a frontend takes it.</summary>
    [Output("certificateId")]
    public Output<int?> CertificateId { get; private set; } = null!;

    /// <summary>When it expires, RFC 3339.</summary>
    [Output("expiresAt")]
    public Output<string?> ExpiresAt { get; private set; } = null!;

    /// <summary>SHA-1 fingerprint, upper-case hexadecimal with colons.</summary>
    [Output("fingerprint")]
    public Output<string?> Fingerprint { get; private set; } = null!;

    /// <summary>The names on the certificate (subjectAltName), in lower case and in order.</summary>
    [Output("names")]
    public Output<ImmutableArray<string>> Names { get; private set; } = null!;

    /// <summary>
    /// How it came to be: <c>created</c> by this resource, <c>adopted</c> (found, used, and left behind by default) or <c>imported</c>.
    /// </summary>
    [Output("origin")]
    public Output<string> Origin { get; private set; } = null!;

    /// <summary>
    /// How far it is: <c>live</c>, <c>ordering</c>, <c>refreshing</c> (delivered, not known to be live), or <c>unrouted</c> (delivered, but
    /// a name no longer points to the load balancer, or it has expired).
    /// </summary>
    [Output("phase")]
    public Output<string> Phase { get; private set; } = null!;

    /// <summary>Subject of the certificate, such as <c>/CN=www.example.com</c>.</summary>
    [Output("subject")]
    public Output<string?> Subject { get; private set; } = null!;

    /// <summary>
    /// Numbers of certificates for the same names that were no longer routed, have a successor, and could not be deleted yet; absent where
    /// there is none. They go with the next update or with the resource.
    /// </summary>
    [Output("superseded")]
    public Output<ImmutableArray<string>> Superseded { get; private set; } = null!;

    /// <summary>Number of the order's task; absent where the certificate was found.</summary>
    [Output("taskId")]
    public Output<string?> TaskId { get; private set; } = null!;

    /// <summary>What kind of certificate it is.</summary>
    [Output("type")]
    public Output<CertificateType?> Type { get; private set; } = null!;

    /// <summary>Declares a FreeCertificate resource.</summary>
    /// <param name="name">The unique name of the resource in the stack.</param>
    /// <param name="args">The arguments that describe it.</param>
    /// <param name="options">Options that control how the engine treats it.</param>
    public FreeCertificate(string name, FreeCertificateArgs args, CustomResourceOptions? options = null)
        : base("ovh-iplb:index:FreeCertificate", name, args ?? new FreeCertificateArgs(), MakeResourceOptions(options, ""))
    {
    }

    private FreeCertificate(string name, Input<string> id, CustomResourceOptions? options = null)
        : base("ovh-iplb:index:FreeCertificate", name, null, MakeResourceOptions(options, id))
    {
    }

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var defaultOptions = new CustomResourceOptions
        {
            Version = Utilities.Version,
            PluginDownloadURL = Utilities.PluginDownloadUrl,
        };
        var merged = CustomResourceOptions.Merge(defaultOptions, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }

    /// <summary>Reads an existing FreeCertificate without managing it.</summary>
    /// <param name="name">The unique name of the resource in the stack.</param>
    /// <param name="id">The id of the object to read, in the form that import takes.</param>
    /// <param name="options">Options that control how the engine treats it.</param>
    public static FreeCertificate Get(string name, Input<string> id, CustomResourceOptions? options = null)
    {
        return new FreeCertificate(name, id, options);
    }
}
