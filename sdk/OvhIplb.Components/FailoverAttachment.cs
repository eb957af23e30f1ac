using Pulumi;

namespace OvhIplb.Components;

/// <summary>A failover (Additional) IP block that is routed to a load balancer.</summary>
/// <remarks>
/// Creating it moves the block (<c>POST /ip/{ip}/move</c>) unless it already is there, follows the task and makes the
/// change live (<c>POST /ipLoadbalancing/{serviceName}/refresh</c>). A move or a parking may take 10 minutes and a refresh
/// 15; <c>CustomTimeouts</c> set one time for both. Import with <c>serviceName/ipBlock</c>, such as
/// <c>loadbalancer-0123456789abcdef/192.0.2.10/32</c>.
/// </remarks>
[OvhIplbResourceType("ovh-iplb:index:FailoverAttachment")]
public partial class FailoverAttachment : CustomResource
{
    /// <summary>Whether the load balancer is refreshed once the block has been moved. Default: true.</summary>
    [Output("autoRefresh")]
    public Output<bool?> AutoRefresh { get; private set; } = null!;

    /// <summary>
    /// The failover IP or block, such as <c>192.0.2.10</c>, <c>192.0.2.10/32</c> or <c>198.51.100.0/30</c>. Changing it replaces the
    /// resource.
    /// </summary>
    [Output("ip")]
    public Output<string> Ip { get; private set; } = null!;

    /// <summary>The block as the API writes it, such as <c>192.0.2.10/32</c>.</summary>
    [Output("ipBlock")]
    public Output<string> IpBlock { get; private set; } = null!;

    /// <summary>
    /// What deleting the resource does. Default: park what was moved here by this resource or imported, retain what was found here.
    /// </summary>
    [Output("onDelete")]
    public Output<AttachmentDeletion?> OnDelete { get; private set; } = null!;

    /// <summary>
    /// How the block came to be here: <c>created</c> (moved by this resource), <c>adopted</c> (found here) or <c>imported</c>.
    /// </summary>
    [Output("origin")]
    public Output<string> Origin { get; private set; } = null!;

    /// <summary>
    /// How far it is: <c>live</c>, <c>moving</c> (a move was asked for and is not known to be done) or <c>refreshing</c> (moved, not yet
    /// refreshed).
    /// </summary>
    [Output("phase")]
    public Output<string> Phase { get; private set; } = null!;

    /// <summary>Changes whenever the block was moved here anew: pass it to the triggers of a <see cref="Refresh" />.</summary>
    [Output("revision")]
    public Output<string> Revision { get; private set; } = null!;

    /// <summary>
    /// Name of the load balancer that the block is routed to, such as <c>loadbalancer-0123456789abcdef</c>. Changing it replaces the
    /// resource.
    /// </summary>
    [Output("serviceName")]
    public Output<string> ServiceName { get; private set; } = null!;

    /// <summary>Number of the last move's task; absent where the block was found here.</summary>
    [Output("taskId")]
    public Output<string?> TaskId { get; private set; } = null!;

    /// <summary>Declares a FailoverAttachment resource.</summary>
    /// <param name="name">The unique name of the resource in the stack.</param>
    /// <param name="args">The arguments that describe it.</param>
    /// <param name="options">Options that control how the engine treats it.</param>
    public FailoverAttachment(string name, FailoverAttachmentArgs args, CustomResourceOptions? options = null)
        : base("ovh-iplb:index:FailoverAttachment", name, args ?? new FailoverAttachmentArgs(), MakeResourceOptions(options, ""))
    {
    }

    private FailoverAttachment(string name, Input<string> id, CustomResourceOptions? options = null)
        : base("ovh-iplb:index:FailoverAttachment", name, null, MakeResourceOptions(options, id))
    {
    }

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var defaultOptions = new CustomResourceOptions
        {
            Version = Utilities.Version,
            PluginDownloadURL = Utilities.PluginDownloadUrl,
        };
        var merged = CustomResourceOptions.Merge(defaultOptions, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }

    /// <summary>Reads an existing FailoverAttachment without managing it.</summary>
    /// <param name="name">The unique name of the resource in the stack.</param>
    /// <param name="id">The id of the object to read, in the form that import takes.</param>
    /// <param name="options">Options that control how the engine treats it.</param>
    public static FailoverAttachment Get(string name, Input<string> id, CustomResourceOptions? options = null)
    {
        return new FailoverAttachment(name, id, options);
    }
}
