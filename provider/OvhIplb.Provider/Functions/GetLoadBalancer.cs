using System.Collections.Immutable;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Functions;

/// <summary>What a load balancer is: its addresses, zones, offer and state.</summary>
internal sealed class GetLoadBalancer(SessionHolder sessions) : IFunction
{
    private static readonly Property<ImmutableArray<string>> Addresses = Property.Strings(
        "addresses", "Its own addresses, IPv4 first; failover IPs that are routed to it are not among them.") with
    { Required = true };

    private static readonly Property<string> DisplayName = Property.String(
        "displayName",
        "What it is called; absent where it has no name.");

    private static readonly Property<string> Ipv4 = Property.String("ipv4", "Its IPv4 address; absent where it has none.");

    private static readonly Property<string> Ipv6 = Property.String("ipv6", "Its IPv6 address; absent where it has none.");

    private static readonly Property<string> Offer = Property.String(
        "offer",
        "The offer it was ordered as, such as `lb1`.") with
    { Required = true };

    private static readonly Property<string> SslConfiguration = Property.String(
        "sslConfiguration", "Which protocols and ciphers its frontends accept: `intermediate` or `modern`.") with
    { Required = true };

    private static readonly Property<string> State = Property.String(
        "state", "State of the service: `ok`, or one of `blacklisted`, `deleted`, `free`, `quarantined`, `suspended`.") with
    { Required = true };

    private static readonly Property<string> VrackName = Property.String("vrackName", "The vRack it is in; absent where it is in none.");

    private static readonly Property<ImmutableArray<string>> Zones = Property.Strings(
        "zones", "The zones it is deployed in, sorted, such as `gra`.") with
    { Required = true };

    public FunctionDeclaration Declaration { get; } = new()
    {
        Name = "getLoadBalancer",
        Description = "Looks up a load balancer: its addresses, zones, offer and state (`GET /ipLoadbalancing/{serviceName}`).",
        Inputs = [ServiceName.Property],
        Outputs = [Addresses, DisplayName, Ipv4, Ipv6, Offer, SslConfiguration, State, VrackName, Zones],
    };

    public async Task<PropertyBag> InvokeAsync(PropertyBag arguments, bool preview, CancellationToken cancellationToken)
    {
        var found = await sessions.Required.LoadBalancers
            .JoinAsync(arguments.GetRequired(ServiceName.Property), cancellationToken);
        return PropertyBag.Empty
            .With(Addresses, [.. Process.LoadBalancerAddresses.OwnOf(found).Select(static address => address.ToString())])
            .WithOptional(DisplayName, found.DisplayName)
            .WithOptional(Ipv4, found.Ipv4)
            .WithOptional(Ipv6, found.Ipv6)
            .With(Offer, found.Offer)
            .With(SslConfiguration, (found.SslConfiguration ?? Api.LoadBalancers.SslConfiguration.Intermediate).Word)
            .With(State, found.State.Word)
            .WithOptional(VrackName, found.VrackName)
            .With(Zones, [.. found.Zones.Order(StringComparer.Ordinal)]);
    }
}
