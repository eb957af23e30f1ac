using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;
using OvhIplb.Provider.Refreshes;
using RefreshProperties = OvhIplb.Provider.Refreshes.RefreshSchema;

namespace OvhIplb.Provider.Functions;

/// <summary>What is saved on a load balancer and not live.</summary>
internal sealed class GetPendingChanges(SessionHolder sessions) : IFunction
{
    private static readonly Property<long> Total = Property.Integer(
        "total",
        "How many there are in all zones together.") with
    { Required = true };

    public FunctionDeclaration Declaration { get; } = new()
    {
        Name = "getPendingChanges",
        Description =
            "Looks up what is saved on a load balancer and not live until it is refreshed, by zone; zones without any are left out "
            + "(`GET /ipLoadbalancing/{serviceName}/pendingChanges`).",
        Inputs = [ServiceName.Property],
        Outputs = [RefreshProperties.PendingChanges, Total],
    };

    public async Task<PropertyBag> InvokeAsync(PropertyBag arguments, bool preview, CancellationToken cancellationToken)
    {
        var found = await sessions.Required.Client.LoadBalancers
            .GetPendingChangesAsync(arguments.GetRequired(ServiceName.Property), cancellationToken);
        return PropertyBag.Empty
            .With(RefreshProperties.PendingChanges, RefreshProperties.Bags(found))
            .With(Total, Pending.Counted(found).Sum(static change => change.Number));
    }
}
