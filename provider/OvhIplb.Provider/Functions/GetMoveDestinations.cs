using System.Collections.Immutable;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Api.Ips;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Functions;

/// <summary>Where a failover IP is routed, and where it may be moved.</summary>
internal sealed class GetMoveDestinations(SessionHolder sessions) : IFunction
{
    private static readonly Property<string> Ip = FailoverAttachments.FailoverAttachmentSchema.Ip with
    {
        Description = "The failover IP or block, such as `192.0.2.10`, `192.0.2.10/32` or `198.51.100.0/30`.",
        ReplaceOnChange = false,
    };

    private static readonly Property<ImmutableArray<string>> LoadBalancers = Property.Strings(
        "loadBalancers", "The load balancers it may be moved to, sorted.") with
    { Required = true };

    private static readonly Property<ImmutableArray<string>> Others = Property.Strings(
        "others", "All other services it may be moved to, sorted.") with
    { Required = true };

    private static readonly Property<string> RoutedTo = Property.String(
        "routedTo", "The service it is routed to now, which is never among its destinations; absent where it is parked.");

    public FunctionDeclaration Declaration { get; } = new()
    {
        Name = "getMoveDestinations",
        Description =
            "Looks up where a failover (Additional) IP is routed now, and where it may be moved (`GET /ip/{ip}`, `GET /ip/{ip}/move`). A "
                + "block stays within its "
            + "region.",
        Inputs = [Ip],
        Outputs = [LoadBalancers, Others, RoutedTo],
    };

    public async Task<PropertyBag> InvokeAsync(PropertyBag arguments, bool preview, CancellationToken cancellationToken)
    {
        var session = sessions.Required;
        var block = IpBlock.Parse(arguments.GetRequired(Ip));
        var found = await OwnedBlocks.FindAsync(session, block, Ip.Name, cancellationToken);
        var destinations = await session.Client.Ips.GetMoveDestinationsAsync(block, cancellationToken);
        return PropertyBag.Empty
            .With(LoadBalancers, Sorted(destinations.IpLoadbalancing))
            .With(Others, Sorted(
            [
                .. destinations.CloudProject,
                .. destinations.DedicatedCloud,
                .. destinations.DedicatedServer,
                .. destinations.HostingReseller,
                .. destinations.Vps,
            ]))
            .WithOptional(RoutedTo, found.RoutedService);
    }

    private static ImmutableArray<string> Sorted(IEnumerable<MoveDestination> destinations) =>
        [.. destinations.Select(static destination => destination.Service).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
