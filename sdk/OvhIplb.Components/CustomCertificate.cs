using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>A certificate of your own on a load balancer.</summary>
/// <remarks>
/// Creating it uploads the certificate (<c>POST /ipLoadbalancing/{serviceName}/ssl</c>), or uses it where it is there
/// already, and refreshes the load balancer where that is due. The API never gives certificate, key and chain back: they are
/// kept in the state of the stack, the key as a secret. Frontends take its <c>CertificateId</c> as <c>defaultSslId</c>; one
/// that a frontend uses cannot be deleted.
/// <para>
/// Import with <c>serviceName/number</c>. What was imported has neither <c>Certificate</c> nor <c>Key</c>: add them to the
/// program, <c>Chain</c> too where there is one. The certificate that is added has to be the one that is there, as its
/// fingerprint tells.
/// </para>
/// </remarks>
[OvhIplbResourceType("ovh-iplb:index:CustomCertificate")]
public partial class CustomCertificate : CustomResource
{
    /// <summary>
    /// Whether the load balancer is refreshed once the certificate is there, if it then has changes that are not live. Set it to false
    /// where a <c>Refresh</c> follows. Default: <c>true</c>.
    /// </summary>
    [Output("autoRefresh")]
    public Output<bool?> AutoRefresh { get; private set; } = null!;

    /// <summary>
    /// The certificate in PEM, alone or with those that lead from it to its root, as authorities issue them in one file. Another one
    /// replaces the resource: it is uploaded before the old one goes. What is written around it, and how lines end, does not matter.
    /// </summary>
    [Output("certificate")]
    public Output<string?> Certificate { get; private set; } = null!;

    /// <summary>
    /// The certificates that lead from the certificate to its root, in PEM and in any order, where <c>certificate</c> does not hold them;
    /// the root itself may be left out. They are uploaded in the order in which each issued the one before. A load balancer takes a
    /// certificate once only, so another chain for the same certificate replaces the resource with the old one deleted first.
    /// </summary>
    [Output("chain")]
    public Output<string?> Chain { get; private set; } = null!;

    /// <summary>What the certificate is called. Default: nothing in particular.</summary>
    [Output("displayName")]
    public Output<string?> DisplayName { get; private set; } = null!;

    /// <summary>The certificate's private key in PEM, RSA or EC, without a passphrase.</summary>
    [Output("key")]
    public Output<string?> Key { get; private set; } = null!;

    /// <summary>What deleting the resource does. Default: delete what this resource put there or imported, retain what was found.</summary>
    [Output("onDelete")]
    public Output<CertificateDeletion?> OnDelete { get; private set; } = null!;

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>. Changing it replaces the resource.</summary>
    [Output("serviceName")]
    public Output<string> ServiceName { get; private set; } = null!;

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

    /// <summary>How far it is: <c>live</c> or <c>refreshing</c> (uploaded, not known to be live).</summary>
    [Output("phase")]
    public Output<string> Phase { get; private set; } = null!;

    /// <summary>Subject of the certificate, such as <c>/CN=www.example.com</c>.</summary>
    [Output("subject")]
    public Output<string?> Subject { get; private set; } = null!;

    /// <summary>What kind of certificate it is.</summary>
    [Output("type")]
    public Output<CertificateType?> Type { get; private set; } = null!;

    /// <summary>Declares a CustomCertificate resource.</summary>
    /// <param name="name">The unique name of the resource in the stack.</param>
    /// <param name="args">The arguments that describe it.</param>
    /// <param name="options">Options that control how the engine treats it.</param>
    public CustomCertificate(string name, CustomCertificateArgs args, CustomResourceOptions? options = null)
        : base("ovh-iplb:index:CustomCertificate", name, args ?? new CustomCertificateArgs(), MakeResourceOptions(options, ""))
    {
    }

    private CustomCertificate(string name, Input<string> id, CustomResourceOptions? options = null)
        : base("ovh-iplb:index:CustomCertificate", name, null, MakeResourceOptions(options, id))
    {
    }

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var defaultOptions = new CustomResourceOptions
        {
            Version = Utilities.Version,
            PluginDownloadURL = Utilities.PluginDownloadUrl,
            AdditionalSecretOutputs =
            {
                "key",
            },
        };
        var merged = CustomResourceOptions.Merge(defaultOptions, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }

    /// <summary>Reads an existing CustomCertificate without managing it.</summary>
    /// <param name="name">The unique name of the resource in the stack.</param>
    /// <param name="id">The id of the object to read, in the form that import takes.</param>
    /// <param name="options">Options that control how the engine treats it.</param>
    public static CustomCertificate Get(string name, Input<string> id, CustomResourceOptions? options = null)
    {
        return new CustomCertificate(name, id, options);
    }
}
