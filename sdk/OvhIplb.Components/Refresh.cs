using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>Makes the configuration of a load balancer live.</summary>
/// <remarks>
/// Creating it, adding or changing a trigger, or changing the zones, waits for running refreshes, asks for one
/// (<c>POST /ipLoadbalancing/{serviceName}/refresh</c>) and follows it. Pass what must be live as triggers. It may
/// take 15 minutes, or what <c>CustomTimeouts</c> say. Deleting it does nothing. Import with <c>serviceName</c>.
/// </remarks>
[OvhIplbResourceType("ovh-iplb:index:Refresh")]
public partial class Refresh : CustomResource
{
    /// <summary>
    /// Whether changes that are saved on the load balancer and not live, whoever made them, are a difference, shown as
    /// <c>+ applyPending: true</c>, that an update makes live. Without it a preview warns of them, and the next refresh makes
    /// them live. Default: false.
    /// </summary>
    [Output("applyPending")]
    public Output<bool?> ApplyPending { get; private set; } = null!;

    /// <summary>
    /// Whether no refresh is asked for where the load balancer has no changes, in the zones to refresh, that are saved and not
    /// live. Use it after certificates, which do not always wait for a refresh; not after moves, which may not count as changes.
    /// Where it may not be known what is pending, or an earlier refresh is unfinished, one is asked for. Default: false.
    /// </summary>
    [Output("onlyIfPending")]
    public Output<bool?> OnlyIfPending { get; private set; } = null!;

    /// <summary>Changes that are saved on the load balancer and not live, per zone, when last looked at.</summary>
    [Output("pendingChanges")]
    public Output<ImmutableArray<Outputs.PendingChange>> PendingChanges { get; private set; } = null!;

    /// <summary>
    /// How far it is: <c>live</c>, <c>refreshing</c> (asked for and not known to be done) or <c>imported</c> (nothing was asked for
    /// yet).
    /// </summary>
    [Output("phase")]
    public Output<string> Phase { get; private set; } = null!;

    /// <summary>Name of the load balancer, such as <c>loadbalancer-0123456789abcdef</c>. Changing it replaces the resource.</summary>
    [Output("serviceName")]
    public Output<string> ServiceName { get; private set; } = null!;

    /// <summary>Number of the last refresh's task.</summary>
    [Output("taskId")]
    public Output<string?> TaskId { get; private set; } = null!;

    /// <summary>
    /// Values that must be live, such as revisions of attachments; a change of any of them refreshes. One that is taken out
    /// does not: resources of this package ask for a refresh themselves when they are deleted; for others there is
    /// <see cref="ApplyPending" />.
    /// </summary>
    [Output("triggers")]
    public Output<ImmutableDictionary<string, string>?> Triggers { get; private set; } = null!;

    /// <summary>
    /// Whether to wait, once the refresh is done, until the load balancer's instances have reloaded. Where OVHcloud no longer
    /// tells their state, the finished refresh is enough. Default: true.
    /// </summary>
    [Output("waitForInstances")]
    public Output<bool?> WaitForInstances { get; private set; } = null!;

    /// <summary>The zones to refresh. Default: all zones of the load balancer.</summary>
    [Output("zones")]
    public Output<ImmutableArray<string>> Zones { get; private set; } = null!;

    /// <summary>Declares a Refresh resource.</summary>
    /// <param name="name">The unique name of the resource in the stack.</param>
    /// <param name="args">The arguments that describe it.</param>
    /// <param name="options">Options that control how the engine treats it.</param>
    public Refresh(string name, RefreshArgs args, CustomResourceOptions? options = null)
        : base("ovh-iplb:index:Refresh", name, args ?? new RefreshArgs(), MakeResourceOptions(options, ""))
    {
    }

    private Refresh(string name, Input<string> id, CustomResourceOptions? options = null)
        : base("ovh-iplb:index:Refresh", name, null, MakeResourceOptions(options, id))
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

    /// <summary>Reads an existing Refresh without managing it.</summary>
    /// <param name="name">The unique name of the resource in the stack.</param>
    /// <param name="id">The id of the object to read, in the form that import takes.</param>
    /// <param name="options">Options that control how the engine treats it.</param>
    public static Refresh Get(string name, Input<string> id, CustomResourceOptions? options = null)
    {
        return new Refresh(name, id, options);
    }
}
