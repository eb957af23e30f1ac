using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="GetPendingChanges" />.</summary>
public sealed class GetPendingChangesInvokeArgs : InvokeArgs
{
    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>.</summary>
    [Input("serviceName", required: true)]
    public Input<string> ServiceName { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public GetPendingChangesInvokeArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new GetPendingChangesInvokeArgs Empty => new GetPendingChangesInvokeArgs();
}
