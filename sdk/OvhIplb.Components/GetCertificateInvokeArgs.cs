using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="GetCertificate" />.</summary>
public sealed class GetCertificateInvokeArgs : InvokeArgs
{
    /// <summary>Its number. Either this or <c>name</c> is to be given.</summary>
    [Input("certificateId")]
    public Input<int>? CertificateId { get; set; }

    /// <summary>
    /// A name that it holds, such as <c>www.example.com</c>; of several certificates that do, the one that is routed and lives longest.
    /// </summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>.</summary>
    [Input("serviceName", required: true)]
    public Input<string> ServiceName { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public GetCertificateInvokeArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new GetCertificateInvokeArgs Empty => new GetCertificateInvokeArgs();
}
