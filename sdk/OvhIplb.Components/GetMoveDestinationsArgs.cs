using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="GetMoveDestinations.InvokeAsync" />.</summary>
public sealed class GetMoveDestinationsArgs : InvokeArgs
{
    /// <summary>The failover IP or block, such as <c>192.0.2.10</c>, <c>192.0.2.10/32</c> or <c>198.51.100.0/30</c>.</summary>
    [Input("ip", required: true)]
    public string Ip { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public GetMoveDestinationsArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new GetMoveDestinationsArgs Empty => new GetMoveDestinationsArgs();
}
