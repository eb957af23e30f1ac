using System.Collections.Immutable;
using System.Globalization;
using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Functions;

/// <summary>Whether a load balancer works, zone by zone and as a whole.</summary>
internal sealed class GetInstancesState(SessionHolder sessions) : IFunction
{
    private const string FromInstances = "instancesState";
    private const string FromStatus = "status";

    /// <summary>The worst of several states is the state of all; what nobody has heard of is worse than anything.</summary>
    private static readonly string[] BestFirst = ["running", "reload", "unknown", "dead"];

    private static readonly Property<string> Zone = Property.String("zone", "The zone, such as `gra`.") with { Required = true };

    private static readonly Property<string> InstanceState = Property.String(
        "state", "`running`, `reload` (a refresh is becoming live), `unknown` (not started yet) or `dead`.") with
    { Required = true };

    private static readonly Property<string> LastUpdate = Property.String("lastUpdate", "When the state was last told, RFC 3339.");

    private static readonly Property<ImmutableArray<PropertyBag>> Instances = Property.Objects(
        "instances",
        new ObjectType("InstanceState", "An instance of a load balancer, which serves one zone.", [LastUpdate, InstanceState, Zone]),
        "The instances, by zone; empty where only the state of all is told.") with
    { Required = true };

    private static readonly Property<string> State = Property.String(
        "state",
        "The state of all: the worst among the instances, `running`, `reload`, `unknown` or `dead`; from `status` it is `ok`, `warn`, "
            + "`error` or `unknown`.") with
    { Required = true };

    private static readonly Property<bool> IsServing = Property.Boolean(
        "isServing", "Whether it serves as far as the API tells: all instances run or reload, or the status is `ok` or `warn`.") with
    { Required = true };

    private static readonly Property<string> Source = Property.Choice(
        "source",
        new EnumType("InstancesStateSource", "Which call of the API tells the state.",
        [
            new("InstancesState", FromInstances, "`GET …/instancesState`, which tells of each instance. OVHcloud has announced its end."),
            new("Status", FromStatus, "`GET …/status`, which tells of the service as a whole."),
        ]),
        "Which call told it.") with
    { Required = true };

    public FunctionDeclaration Declaration { get; } = new()
    {
        Name = "getInstancesState",
        Description =
            "Looks up whether a load balancer works, by zone and as a whole (`GET /ipLoadbalancing/{serviceName}/instancesState`; where "
                + "that deprecated call "
            + "is gone or may not be made, `GET …/status`, and `source` says so).",
        Inputs = [ServiceName.Property],
        Outputs = [Instances, IsServing, Source, State],
    };

    public async Task<PropertyBag> InvokeAsync(PropertyBag arguments, bool preview, CancellationToken cancellationToken)
    {
        var calls = sessions.Required.Client.LoadBalancers;
        var serviceName = arguments.GetRequired(ServiceName.Property);
        try
        {
            return Of(await calls.GetInstancesStateAsync(serviceName, cancellationToken));
        }
        catch (OvhApiException gone) when (gone is NotFoundException || gone.IsLackOfRight)
        {
            // Where it is the load balancer that does not exist, this says so.
            return Of(await calls.GetStatusAsync(serviceName, cancellationToken));
        }
    }

    private static PropertyBag Of(IReadOnlyList<InstanceState> instances)
    {
        var worst = instances.Select(static instance => instance.State)
            .MaxBy(static state => Array.IndexOf(BestFirst, state) is var rank and >= 0 ? rank : BestFirst.Length) ?? "unknown";
        return PropertyBag.Empty
            .With(Instances, [.. instances.OrderBy(static instance => instance.Zone, StringComparer.Ordinal)
                .Select(static instance => PropertyBag.Empty
                    .With(Zone, instance.Zone)
                    .With(InstanceState, instance.State)
                    .WithOptional(LastUpdate, instance.LastUpdateDate?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture)))])
            .With(IsServing, worst is "running" or "reload")
            .With(Source, FromInstances)
            .With(State, worst);
    }

    private static PropertyBag Of(LoadBalancerStatus status) => PropertyBag.Empty
        .With(Instances, [])
        .With(IsServing, status.Service.Status == Health.Ok || status.Service.Status == Health.Warn)
        .With(Source, FromStatus)
        .With(State, status.Service.Status.Word);
}
