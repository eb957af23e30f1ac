using System.Collections.Immutable;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Functions;

/// <summary>The addresses from which a load balancer reaches its servers: what their firewall must let in.</summary>
internal sealed class GetNatIps(SessionHolder sessions) : IFunction
{
    private static readonly Property<string> Zone = Property.String("zone", "The zone, such as `gra`.") with { Required = true };

    private static readonly Property<ImmutableArray<string>> Ips =
        Property.Strings("ips", "Address blocks in CIDR form.") with { Required = true };

    private static readonly Property<ImmutableArray<string>> Cidrs = Property.Strings(
        "cidrs", "All address blocks in CIDR form, sorted, without duplicates.") with
    { Required = true };

    private static readonly Property<ImmutableArray<PropertyBag>> Zones = Property.Objects(
        "zones",
        new ObjectType("NatRange", "The source addresses of one zone.", [Ips, Zone]),
        "The address blocks of each zone.") with
    { Required = true };

    public FunctionDeclaration Declaration { get; } = new()
    {
        Name = "getNatIps",
        Description =
            "Looks up the addresses from which a load balancer reaches the servers behind it: what their firewall must let in "
            + "(`GET /ipLoadbalancing/{serviceName}/natIp`).",
        Inputs = [ServiceName.Property],
        Outputs = [Cidrs, Zones],
    };

    public async Task<PropertyBag> InvokeAsync(PropertyBag arguments, bool preview, CancellationToken cancellationToken)
    {
        var found = await sessions.Required.Client.LoadBalancers
            .GetNatIpsAsync(arguments.GetRequired(ServiceName.Property), cancellationToken);
        return PropertyBag.Empty
            .With(Cidrs, CidrList.Of(found.SelectMany(static zone => zone.Blocks)))
            .With(Zones, [.. found.OrderBy(static zone => zone.Zone, StringComparer.Ordinal).Select(static zone => PropertyBag.Empty
                .With(Zone, zone.Zone)
                .With(Ips, CidrList.Of(zone.Blocks)))]);
    }
}
