using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="FailoverAttachment" />.</summary>
public sealed class FailoverAttachmentArgs : ResourceArgs
{
    /// <summary>
    /// Whether the load balancer is refreshed once the block has been moved. Default: true. Set it to false where a <see cref="Refresh" />
    /// follows.
    /// </summary>
    [Input("autoRefresh")]
    public Input<bool>? AutoRefresh { get; set; }

    /// <summary>
    /// The failover IP or block, such as <c>192.0.2.10</c>, <c>192.0.2.10/32</c> or <c>198.51.100.0/30</c>. Only whole blocks can be moved.
    /// Changing it replaces the resource.
    /// </summary>
    [Input("ip", required: true)]
    public Input<string> Ip { get; set; } = null!;

    /// <summary>
    /// What deleting the resource does. Default: park what was moved here by this resource or imported, retain what was found here.
    /// </summary>
    [Input("onDelete")]
    public Input<AttachmentDeletion>? OnDelete { get; set; }

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>. Changing it replaces the resource.</summary>
    [Input("serviceName", required: true)]
    public Input<string> ServiceName { get; set; } = null!;

    /// <summary>Creates empty arguments.</summary>
    public FailoverAttachmentArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new FailoverAttachmentArgs Empty => new FailoverAttachmentArgs();
}
