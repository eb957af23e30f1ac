using Pulumi;

namespace OvhIplb.Components;

/// <summary>The arguments of <see cref="Refresh" />.</summary>
public sealed class RefreshArgs : ResourceArgs
{
    /// <summary>
    /// Whether changes that are saved on the load balancer and not live, whoever made them, are a difference, shown as
    /// <c>+ applyPending: true</c>, that an update makes live. Without it a preview warns of them, and the next refresh makes
    /// them live. Default: false.
    /// </summary>
    [Input("applyPending")]
    public Input<bool>? ApplyPending { get; set; }

    /// <summary>
    /// Whether no refresh is asked for where the load balancer has no changes, in the zones to refresh, that are saved and not
    /// live. Use it after certificates, which do not always wait for a refresh; not after moves, which may not count as changes.
    /// Where it may not be known what is pending, or an earlier refresh is unfinished, one is asked for. Default: false.
    /// </summary>
    [Input("onlyIfPending")]
    public Input<bool>? OnlyIfPending { get; set; }

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>. Changing it replaces the resource.</summary>
    [Input("serviceName", required: true)]
    public Input<string> ServiceName { get; set; } = null!;

    [Input("triggers")]
    private InputMap<string>? _triggers;

    /// <summary>
    /// Values that must be live, such as revisions of attachments; a change of any of them refreshes. One that is taken out
    /// does not: resources of this package ask for a refresh themselves when they are deleted; for others there is
    /// <see cref="ApplyPending" />.
    /// </summary>
    public InputMap<string> Triggers
    {
        get => _triggers ??= new InputMap<string>();
        set => _triggers = value;
    }

    /// <summary>
    /// Whether to wait, once the refresh is done, until the load balancer's instances have reloaded. Where OVHcloud no longer
    /// tells their state, the finished refresh is enough. Default: true.
    /// </summary>
    [Input("waitForInstances")]
    public Input<bool>? WaitForInstances { get; set; }

    [Input("zones")]
    private InputList<string>? _zones;

    /// <summary>The zones to refresh, such as <c>gra</c>. Default: all zones of the load balancer.</summary>
    public InputList<string> Zones
    {
        get => _zones ??= new InputList<string>();
        set => _zones = value;
    }

    /// <summary>Creates empty arguments.</summary>
    public RefreshArgs()
    {
    }

    /// <summary>Arguments with nothing set.</summary>
    public static new RefreshArgs Empty => new RefreshArgs();
}
