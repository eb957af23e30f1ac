using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="CustomCertificate" />.</summary>
public sealed class CustomCertificateArgs : ResourceArgs
{
    /// <summary>
    /// Whether the load balancer is refreshed once the certificate is there, if it then has changes that are not live. Set it to false
    /// where a <c>Refresh</c> follows. Default: <c>true</c>.
    /// </summary>
    [Input("autoRefresh")]
    public Input<bool>? AutoRefresh { get; set; }

    /// <summary>
    /// The certificate in PEM, alone or with those that lead from it to its root, as authorities issue them in one file. Another one
    /// replaces the resource: it is uploaded before the old one goes. What is written around it, and how lines end, does not matter.
    /// </summary>
    [Input("certificate", required: true)]
    public Input<string> Certificate { get; set; } = null!;

    /// <summary>
    /// The certificates that lead from the certificate to its root, in PEM and in any order, where <c>certificate</c> does not hold them;
    /// the root itself may be left out. They are uploaded in the order in which each issued the one before. A load balancer takes a
    /// certificate once only, so another chain for the same certificate replaces the resource with the old one deleted first.
    /// </summary>
    [Input("chain")]
    public Input<string>? Chain { get; set; }

    /// <summary>What the certificate is called. Default: nothing in particular.</summary>
    [Input("displayName")]
    public Input<string>? DisplayName { get; set; }

    [Input("key", required: true)]
    private Input<string>? _key;

    /// <summary>The certificate's private key in PEM, RSA or EC, without a passphrase.</summary>
    public Input<string>? Key
    {
        get => _key;
        set
        {
            var emptySecret = Output.CreateSecret(0);
            _key = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(t => t.Item1);
        }
    }

    /// <summary>What deleting the resource does. Default: delete what this resource put there or imported, retain what was found.</summary>
    [Input("onDelete")]
    public Input<CertificateDeletion>? OnDelete { get; set; }

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>. Changing it replaces the resource.</summary>
    [Input("serviceName", required: true)]
    public Input<string> ServiceName { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public CustomCertificateArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new CustomCertificateArgs Empty => new CustomCertificateArgs();
}
