using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="FreeCertificate" />.</summary>
public sealed class FreeCertificateArgs : ResourceArgs
{
    [Input("fqdns", required: true)]
    private InputList<string>? _fqdns;

    /// <summary>The names to put on the certificate, 1 to 100, no wildcards. Order and case do not matter. Changing them replaces the certificate: the new one is there before the old one goes.</summary>
    public InputList<string> Fqdns
    {
        get => _fqdns ??= new InputList<string>();
        set => _fqdns = value;
    }

    /// <summary>What deleting the resource does. Default: delete what was ordered by this resource or imported, retain what was found.</summary>
    [Input("onDelete")]
    public Input<CertificateDeletion>? OnDelete { get; set; }

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>. Changing it replaces the resource.</summary>
    [Input("serviceName", required: true)]
    public Input<string> ServiceName { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public FreeCertificateArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new FreeCertificateArgs Empty => new FreeCertificateArgs();
}
