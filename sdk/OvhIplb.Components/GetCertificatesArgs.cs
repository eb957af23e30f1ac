using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="GetCertificates.InvokeAsync" />.</summary>
public sealed class GetCertificatesArgs : InvokeArgs
{
    /// <summary>Only certificates that expire within so many days, 0 to 36500, or have expired. Default: whenever they do.</summary>
    [Input("expiresWithinDays")]
    public int? ExpiresWithinDays { get; set; }

    /// <summary>Only certificates that hold this name, such as <c>www.example.com</c>. Default: whatever their names.</summary>
    [Input("name")]
    public string? Name { get; set; }

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>.</summary>
    [Input("serviceName", required: true)]
    public string ServiceName { get; set; } = null!;

    /// <summary>Only certificates of this type. Default: of any.</summary>
    [Input("type")]
    public CertificateType? Type { get; set; }

    /// <summary>Creates empty arguments.</summary>
    public GetCertificatesArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new GetCertificatesArgs Empty => new GetCertificatesArgs();
}
