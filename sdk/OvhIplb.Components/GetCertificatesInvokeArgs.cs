using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="GetCertificates" />.</summary>
public sealed class GetCertificatesInvokeArgs : InvokeArgs
{
    /// <summary>Only certificates that expire within so many days, 0 to 36500, or have expired. Default: whenever they do.</summary>
    [Input("expiresWithinDays")]
    public Input<int>? ExpiresWithinDays { get; set; }

    /// <summary>Only certificates that hold this name, such as <c>www.example.com</c>. Default: whatever their names.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>.</summary>
    [Input("serviceName", required: true)]
    public Input<string> ServiceName { get; set; } = null!;

    /// <summary>Only certificates of this type. Default: of any.</summary>
    [Input("type")]
    public Input<CertificateType>? Type { get; set; }

    /// <summary>Creates empty arguments.</summary>
    public GetCertificatesInvokeArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new GetCertificatesInvokeArgs Empty => new GetCertificatesInvokeArgs();
}
