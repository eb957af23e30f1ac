using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="GetLoadBalancer" />.</summary>
public sealed class GetLoadBalancerInvokeArgs : InvokeArgs
{
    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>.</summary>
    [Input("serviceName", required: true)]
    public Input<string> ServiceName { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public GetLoadBalancerInvokeArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new GetLoadBalancerInvokeArgs Empty => new GetLoadBalancerInvokeArgs();
}
