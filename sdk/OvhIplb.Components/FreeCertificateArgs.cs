using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="FreeCertificate" />.</summary>
public sealed class FreeCertificateArgs : ResourceArgs
{
    /// <summary>
    /// Whether the load balancer is refreshed once the certificate is there, if it then has changes that are not live. Set it to false
    /// where a <c>Refresh</c> follows. Default: <c>true</c>.
    /// </summary>
    [Input("autoRefresh")]
    public Input<bool>? AutoRefresh { get; set; }

    [Input("fqdns", required: true)]
    private InputList<string>? _fqdns;

    /// <summary>
    /// The names to put on the certificate, 1 to 100, no wildcards. Order and case do not matter. Changing them replaces the certificate:
    /// the new one is there before the old one goes.
    /// </summary>
    public InputList<string> Fqdns
    {
        get => _fqdns ??= new InputList<string>();
        set => _fqdns = value;
    }

    /// <summary>What deleting the resource does. Default: delete what this resource put there or imported, retain what was found.</summary>
    [Input("onDelete")]
    public Input<CertificateDeletion>? OnDelete { get; set; }

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>. Changing it replaces the resource.</summary>
    [Input("serviceName", required: true)]
    public Input<string> ServiceName { get; set; } = null!;

    /// <summary>
    /// Whether nothing is ordered before the A and AAAA records of every name lead to the load balancer or to one of its failover IPs: an
    /// order that cannot succeed counts against the limits of the certificate authority. Default: <c>true</c>.
    /// </summary>
    [Input("waitForDns")]
    public Input<bool>? WaitForDns { get; set; }

    /// <summary>Creates empty arguments.</summary>
    public FreeCertificateArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new FreeCertificateArgs Empty => new FreeCertificateArgs();
}
