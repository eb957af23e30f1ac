using System.Collections.Immutable;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Functions;

/// <summary>The failover IPs that are routed to a load balancer.</summary>
internal sealed class GetFailovers(SessionHolder sessions) : IFunction
{
    private static readonly Property<ImmutableArray<string>> Ips = Property.Strings(
        "ips", "The blocks in CIDR form, sorted, such as `192.0.2.10/32`.") with
    { Required = true };

    public FunctionDeclaration Declaration { get; } = new()
    {
        Name = "getFailovers",
        Description
            = "Looks up the failover (Additional) IPs that are routed to a load balancer (`GET /ipLoadbalancing/{serviceName}/failover`).",
        Inputs = [ServiceName.Property],
        Outputs = [Ips],
    };

    public async Task<PropertyBag> InvokeAsync(PropertyBag arguments, bool preview, CancellationToken cancellationToken)
    {
        var found = await sessions.Required.Client.LoadBalancers
            .GetFailoversAsync(arguments.GetRequired(ServiceName.Property), cancellationToken);
        return PropertyBag.Empty.With(Ips, CidrList.Of(found));
    }
}
