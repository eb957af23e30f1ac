using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="GetFailovers.InvokeAsync" />.</summary>
public sealed class GetFailoversArgs : InvokeArgs
{
    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>.</summary>
    [Input("serviceName", required: true)]
    public string ServiceName { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public GetFailoversArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new GetFailoversArgs Empty => new GetFailoversArgs();
}
