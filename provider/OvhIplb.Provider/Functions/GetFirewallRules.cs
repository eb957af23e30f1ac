using System.Collections.Immutable;
using System.Net.Sockets;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Functions.Firewall;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;
using OvhIplb.Provider.Schema;

namespace OvhIplb.Provider.Functions;

/// <summary>Rules that let nobody but a load balancer reach the servers behind it, for their firewall.</summary>
internal sealed class GetFirewallRules(SessionHolder sessions) : IFunction
{
    private const string Prefix = "ovh-iplb";

    private static readonly Property<ImmutableArray<string>> AlsoFrom = Property.StringSet(
        "alsoFrom",
        "Others that may reach the ports, in CIDR form, such as the source addresses of a second load balancer (`getNatIps`). Default: nobody.") with
    {
        Check = IpBlock.Check,
    };

    private static readonly Property<string> Name = Property.String(
        "name",
        "What is added to `ovh-iplb-` to name table, chain and comments, where a server has rules of several kinds: 1 to 18 lower-case letters, digits and hyphens. "
        + "Default: they are called `ovh-iplb`.") with
    {
        Check = static value => value.Length is >= 1 and <= 18 && value.All(static character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
            ? null
            : $"'{value}' is no such name; give 1 to 18 lower-case letters, digits and hyphens",
    };

    private static readonly Property<ImmutableArray<string>> Ports = Property.StringSet(
        "ports", "The ports that only the load balancer may reach, such as `443` or `8000-8010`. Rules are made for no other.") with
    {
        Required = true,
        Check = Port.Check,
    };

    private static readonly Property<ImmutableArray<string>> Protocols = Property.StringSet("protocols", "`tcp`, `udp` or both. Default: `tcp`.") with
    {
        Check = static value => value is "tcp" or "udp" ? null : $"'{value}' is neither tcp nor udp",
    };

    private static readonly Property<ImmutableArray<string>> Cidrs = Property.Strings(
        "cidrs", "Who may reach the ports, in CIDR form, sorted, without duplicates.") with
    { Required = true };

    private static readonly Property<string> NftablesText = Property.String("nftables", "For `nft -f`: a table of its own, made anew.") with { Required = true };

    private static readonly Property<string> IptablesText = Property.String(
        "iptables", "For `iptables-restore --noflush`: a chain of its own, filled anew. IPv4.") with
    { Required = true };

    private static readonly Property<string> IptablesHook = Property.String(
        "iptablesHook", "The command that has incoming packets look into that chain, unless they do already.") with
    { Required = true };

    private static readonly Property<string> Ip6tablesText = Property.String(
        "ip6tables", "For `ip6tables-restore --noflush`: a chain of its own, filled anew. IPv6.") with
    { Required = true };

    private static readonly Property<string> Ip6tablesHook = Property.String(
        "ip6tablesHook", "The command that has incoming packets look into that chain, unless they do already.") with
    { Required = true };

    private static readonly Property<ImmutableArray<string>> UfwCommands = Property.Strings(
        "ufw", "Commands of `ufw`, to be run in this order.") with
    { Required = true };

    public FunctionDeclaration Declaration { get; } = new()
    {
        Name = "getFirewallRules",
        Description =
            "Makes rules that let nobody but a load balancer, and the machine itself, reach given ports of the servers behind it "
            + "(`GET /ipLoadbalancing/{serviceName}/natIp`). They touch no other port and no other rule, flush nothing and set no policy; to apply them again changes nothing.",
        Inputs = [AlsoFrom, Name, Ports, Protocols, ServiceName.Property],
        Outputs = [Cidrs, Ip6tablesText, Ip6tablesHook, IptablesText, IptablesHook, NftablesText, UfwCommands],
    };

    public async Task<PropertyBag> InvokeAsync(PropertyBag arguments, bool preview, CancellationToken cancellationToken)
    {
        if (arguments.Get(Ports).IsEmpty)
        {
            throw new InputException(Ports.Name, "is empty; give at least one port");
        }

        IReadOnlyList<NatIps> found = await sessions.Required.Client.LoadBalancers
            .GetNatIpsAsync(arguments.GetRequired(ServiceName.Property), cancellationToken).ConfigureAwait(false);
        ImmutableArray<string> protocols = arguments.Get(Protocols);
        var rules = new Rules(
            arguments.TryGet(Name, out string? name) ? $"{Prefix}-{name}" : Prefix,
            [.. found.SelectMany(static zone => zone.Blocks), .. arguments.Get(AlsoFrom).Select(IpBlock.Parse)],
            [.. Port.Merged(arguments.Get(Ports).Select(Port.Parse))],
            protocols.IsEmpty ? ["tcp"] : [.. protocols.Distinct().Order(StringComparer.Ordinal)]);
        if (rules.Sources.IsEmpty)
        {
            throw new OperationException("the API tells no address from which the load balancer reaches its servers, so rules would shut everybody out. None were made.");
        }

        return PropertyBag.Empty
            .With(Cidrs, CidrList.Of(rules.Sources))
            .With(Ip6tablesText, Iptables.Write(rules, AddressFamily.InterNetworkV6))
            .With(Ip6tablesHook, Iptables.Hook(rules, "ip6tables"))
            .With(IptablesText, Iptables.Write(rules, AddressFamily.InterNetwork))
            .With(IptablesHook, Iptables.Hook(rules, "iptables"))
            .With(NftablesText, Nftables.Write(rules))
            .With(UfwCommands, Ufw.Write(rules));
    }
}
