using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>The properties of a failover attachment, each declared once.</summary>
internal static class FailoverAttachmentSchema
{
    public const string Park = "park";
    public const string Retain = "retain";

    public static Property<string> ServiceName { get; } = Process.ServiceName.ReplacingProperty;

    public static Property<string> Ip { get; } = Property.String(
        "ip",
        "The failover IP or block, such as `192.0.2.10`, `192.0.2.10/32` or `198.51.100.0/30`. Only whole blocks can be moved. "
        + "Changing it replaces the resource.") with
    {
        Required = true,
        ReplaceOnChange = true,
        Check = IpBlock.Check,
        Normalize = static value => IpBlock.Parse(value).ToString(),
    };

    public static Property<bool> AutoRefresh { get; } = Property.Boolean(
        "autoRefresh",
        "Whether the load balancer is refreshed once the block has been moved. Set it to false where a `Refresh` follows.") with
    {
        Local = true,
        Default = true,
    };

    public static Property<string> OnDelete { get; } = Property.Choice(
        "onDelete",
        new EnumType("AttachmentDeletion", "What becomes of a failover IP when its attachment is deleted.",
        [
            new("Park", Park, "Park it: it stays in the account and serves nowhere. Only done while it still is on our load balancer."),
            new("Retain", Retain, "Leave it routed where it is."),
        ]),
        "What deleting the resource does. Default: park what was moved here by this resource or imported, retain what was found here.") with
    {
        Local = true,
    };

    public static Property<string> Block { get; } = Property.String(
        "ipBlock", "The block as the API writes it, such as `192.0.2.10/32`.") with
    { Required = true };

    public static Property<string> Phase { get; } = Property.String(
        "phase",
        "How far it is: `live`, `moving` (a move was asked for and is not known to be done) or `refreshing` (moved, not yet "
        + "refreshed).") with
    {
        Required = true,
    };

    public static Property<string> Revision { get; } = Property.String(
        "revision",
        "Changes whenever the block was moved here anew: pass it to the triggers of a `Refresh`.") with
    { Required = true };

    public static Property<string> TaskId { get; } = Property.String(
        "taskId", "Number of the last move's task; absent where the block was found here.");

    public static ResourceDeclaration Declaration { get; } = new()
    {
        Name = "FailoverAttachment",
        Description =
            "A failover (Additional) IP block that is routed to a load balancer.\n\n"
            + "Creating it moves the block (`POST /ip/{ip}/move`) unless it already is there, follows the task and makes the change "
            + "live (`POST /ipLoadbalancing/{serviceName}/refresh`). A move or a parking may take 10 minutes and a refresh 15; "
            + "`customTimeouts` set one time for both.",
        Inputs = [AutoRefresh, Ip, OnDelete, ServiceName],
        Outputs = [Block, Origin.Property, Phase, Revision, TaskId],
        IsImported = Origin.IsImported,
        ImportId = new("`serviceName/ipBlock`", "loadbalancer-0123456789abcdef/192.0.2.10/32"),
    };
}
