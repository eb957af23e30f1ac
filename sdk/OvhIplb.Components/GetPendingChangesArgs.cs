using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="GetPendingChanges.InvokeAsync" />.</summary>
public sealed class GetPendingChangesArgs : InvokeArgs
{
    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>.</summary>
    [Input("serviceName", required: true)]
    public string ServiceName { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public GetPendingChangesArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new GetPendingChangesArgs Empty => new GetPendingChangesArgs();
}
