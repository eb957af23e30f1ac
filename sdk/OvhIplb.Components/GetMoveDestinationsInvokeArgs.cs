using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="GetMoveDestinations" />.</summary>
public sealed class GetMoveDestinationsInvokeArgs : InvokeArgs
{
    /// <summary>The failover IP or block, such as <c>192.0.2.10</c>, <c>192.0.2.10/32</c> or <c>198.51.100.0/30</c>.</summary>
    [Input("ip", required: true)]
    public Input<string> Ip { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public GetMoveDestinationsInvokeArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new GetMoveDestinationsInvokeArgs Empty => new GetMoveDestinationsInvokeArgs();
}
