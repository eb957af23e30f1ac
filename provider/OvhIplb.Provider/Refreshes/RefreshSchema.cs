using System.Collections.Immutable;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Framework.Schema;

namespace OvhIplb.Provider.Refreshes;

/// <summary>The properties of a refresh, each declared once.</summary>
internal static class RefreshSchema
{
    public static Property<string> ServiceName { get; } = Process.ServiceName.ReplacingProperty;

    public static Property<ImmutableSortedDictionary<string, string>> Triggers { get; } = Property.StringMap(
        "triggers",
        "Values that must be live, such as revisions of attachments; a change of any of them refreshes. One that is taken out does not: "
        + "resources of this package ask for a refresh themselves when they are deleted; for others there is `applyPending`.") with
    {
        Local = true,
        RemovalsCount = false,
    };

    public static Property<ImmutableArray<string>> Zones { get; } = Property.StringSet(
        "zones", "The zones to refresh, such as `gra`. Default: all zones of the load balancer.") with
    {
        Local = true,
        Check = static value => value.Length == 0 || value.Any(char.IsWhiteSpace) ? $"'{value}' is not a zone, such as gra" : null,
        Normalize = static value => value.ToLowerInvariant(),
    };

    public static Property<bool> WaitForInstances { get; } = Property.Boolean(
        "waitForInstances",
        "Whether to wait, once the refresh is done, until the load balancer's instances have reloaded. Where OVHcloud no longer "
        + "tells their state, the finished refresh is enough.") with
    {
        Local = true,
        Default = true,
    };

    public static Property<bool> ApplyPending { get; } = Property.Boolean(
        "applyPending",
        "Whether changes that are saved on the load balancer and not live, whoever made them, are a difference, shown as `+ applyPending: "
            + "true`, "
        + "that an update makes live. Without it a preview warns of them, and the next refresh makes them live.") with
    {
        Local = true,
        Default = false,
    };

    public static Property<bool> OnlyIfPending { get; } = Property.Boolean(
        "onlyIfPending",
        "Whether no refresh is asked for where the load balancer has no changes, in the zones to refresh, that are saved and not live. "
            + "Use it "
        + "after certificates, which do not always wait for a refresh; not after moves, which may not count as changes. Where it may not "
        + "be "
        + "known what is pending, or an earlier refresh is unfinished, one is asked for.") with
    {
        Local = true,
        Default = false,
    };

    public static Property<string> Zone { get; } = Property.String("zone", "The zone, such as `gra`.") with { Required = true };

    public static Property<long> Number { get; } = Property.Integer("number", "How many there are.") with { Required = true };

    public static Property<ImmutableArray<PropertyBag>> PendingChanges { get; } = Property.Objects(
        "pendingChanges",
        new ObjectType("PendingChange", "Changes of one zone that are saved and not live.", [Number, Zone]),
        "Changes that are saved on the load balancer and not live, per zone, when last looked at.") with
    {
        Required = true,
    };

    public static Property<string> Phase { get; } = Property.String(
        "phase", "How far it is: `live`, `refreshing` (asked for and not known to be done) or `imported` (nothing was asked for yet).") with
    { Required = true };

    public static Property<string> TaskId { get; } = Property.String("taskId", "Number of the last refresh's task.");

    /// <summary>What is pending, as the output says it.</summary>
    public static ImmutableArray<PropertyBag> Bags(IReadOnlyList<PendingChanges> pending) =>
    [
        .. Pending.Counted(pending).Select(static change => PropertyBag.Empty.With(Number, change.Number).With(Zone, change.Zone)),
    ];

    public static ResourceDeclaration Declaration { get; } = new()
    {
        Name = "Refresh",
        Description =
            "Makes the configuration of a load balancer live.\n\n"
            + "Creating it, adding or changing a trigger, or changing the zones, waits for running refreshes, asks for one "
            + "(`POST /ipLoadbalancing/{serviceName}/refresh`) and follows it. It may take 15 minutes, or what "
            + "`customTimeouts` say. Deleting it does nothing.",
        IsImported = static state => state.TryGet(Phase, out var phase) && phase == RefreshPhases.Imported,
        Inputs = [ApplyPending, OnlyIfPending, ServiceName, Triggers, WaitForInstances, Zones],
        Outputs = [PendingChanges, Phase, TaskId],
        ImportId = new("`serviceName`", "loadbalancer-0123456789abcdef"),
    };
}
