using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="GetCertificate.InvokeAsync" />.</summary>
public sealed class GetCertificateArgs : InvokeArgs
{
    /// <summary>Its number. Either this or <c>name</c> is to be given.</summary>
    [Input("certificateId")]
    public int? CertificateId { get; set; }

    /// <summary>
    /// A name that it holds, such as <c>www.example.com</c>; of several certificates that do, the one that is routed and lives longest.
    /// </summary>
    [Input("name")]
    public string? Name { get; set; }

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>.</summary>
    [Input("serviceName", required: true)]
    public string ServiceName { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public GetCertificateArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new GetCertificateArgs Empty => new GetCertificateArgs();
}
