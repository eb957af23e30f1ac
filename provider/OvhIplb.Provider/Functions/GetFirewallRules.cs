using System.Collections.Immutable;
using System.Net.Sockets;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Functions.Firewall;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Functions;

/// <summary>Firewall rules for the servers behind a load balancer, which only the load balancer may reach.</summary>
internal sealed class GetFirewallRules(SessionHolder sessions) : IFunction
{
    private const string Prefix = "ovh-iplb";

    private static readonly Property<ImmutableArray<string>> AlsoFrom = Property.StringSet(
        "alsoFrom",
        "Other sources that may reach the ports, as addresses or in CIDR form: the source addresses of a second load balancer "
            + "(`getNatIps`), or the "
        + "network of containers that use this host's own ports. Default: none.") with
    {
        Check = FirewallSources.Check,
    };

    private static readonly Property<string> Name = Property.String(
        "name",
        "What is added to `ovh-iplb-` to name table, chain and comments, where a server has rules of several kinds: 1 to 18 lower-case "
            + "letters, digits and hyphens. "
        + "Default: they are called `ovh-iplb`.") with
    {
        Check = static value => value.Length is >= 1 and <= 18
            && value.All(static character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
            ? null
            : $"'{value}' is no such name; give 1 to 18 lower-case letters, digits and hyphens",
    };

    private static readonly Property<ImmutableArray<string>> Ports = Property.StringSet(
        "ports", "The ports that only the load balancer may reach, such as `443` or `8000-8010`. Rules are made for no other.") with
    {
        Required = true,
        Check = Port.Check,
    };

    private static readonly Property<ImmutableArray<string>> Protocols = Property.StringSet(
        "protocols",
        "`tcp`, `udp` or both. Default: `tcp`.") with
    {
        Check = static value => value is "tcp" or "udp" ? null : $"'{value}' is neither tcp nor udp",
    };

    private static readonly Property<ImmutableArray<string>> Cidrs = Property.Strings(
        "cidrs", "Who may reach the ports, in CIDR form, sorted, without duplicates.") with
    { Required = true };

    private static readonly Property<string> NftablesText = Required(
        "nftables", "A table for `nft -f`, or a file for `/etc/nftables.d`. It replaces the table of the same name. IPv4 and IPv6.");

    private static readonly Property<string> NftablesUninstall = Required("nftablesUninstall", "Removes that table, for `nft -f`.");

    private static readonly Property<string> IptablesText = Required(
        "iptables", "A chain in `mangle` and one in `filter` for `iptables-restore --noflush`. It replaces the rules in chains of the "
            + "same name. IPv4.");

    private static readonly Property<string> IptablesHook = Required(
        "iptablesHook", "Shell commands that make PREROUTING and INPUT jump to these chains, unless they do already. To be run after "
            + "`iptables` is restored.");

    private static readonly Property<string> IptablesUninstall = Required(
        "iptablesUninstall",
        "Shell commands that remove these chains and the jumps to them.");

    private static readonly Property<string> Ip6tablesText = Required(
        "ip6tables",
        "For `ip6tables-restore --noflush`: as `iptables`, for IPv6.");

    private static readonly Property<string> Ip6tablesHook = Required("ip6tablesHook", "As `iptablesHook`, for IPv6.");

    private static readonly Property<string> Ip6tablesUninstall = Required("ip6tablesUninstall", "As `iptablesUninstall`, for IPv6.");

    private static readonly Property<ImmutableArray<string>> UfwCommands = Property.Strings(
        "ufw",
        "Shell commands for `ufw` 0.36 or later, to be run in this order. They replace the rules with the same comment and put theirs in "
            + "front of all others. "
        + "ufw does not filter ports that containers publish: use `nftables` or `iptables` on a host with containers.") with
    { Required = true };

    private static readonly Property<ImmutableArray<string>> UfwUninstall = Property.Strings(
        "ufwUninstall", "Shell commands that remove the rules with that comment.") with
    { Required = true };

    public FunctionDeclaration Declaration { get; } = new()
    {
        Name = "getFirewallRules",
        Description =
            "Makes firewall rules for the servers behind a load balancer: only the load balancer, and the machine itself, reach given "
                + "ports "
            + "(`GET /ipLoadbalancing/{serviceName}/natIp`). The nftables and iptables rules hold for ports of processes, for ports that "
            + "containers publish and "
            + "for Kubernetes NodePorts. All rules leave other ports and other rules alone, flush nothing and set no policy. To apply "
            + "them again replaces them.",
        Inputs = [AlsoFrom, Name, Ports, Protocols, ServiceName.Property],
        Outputs =
        [
            Cidrs,
            Ip6tablesText, Ip6tablesHook, Ip6tablesUninstall,
            IptablesText, IptablesHook, IptablesUninstall,
            NftablesText, NftablesUninstall,
            UfwCommands, UfwUninstall,
        ],
    };

    public async Task<PropertyBag> InvokeAsync(PropertyBag arguments, bool preview, CancellationToken cancellationToken)
    {
        if (arguments.Get(Ports).IsEmpty)
        {
            throw new InputException(Ports.Name, "is empty; give at least one port");
        }

        var found = await sessions.Required.Client.LoadBalancers
            .GetNatIpsAsync(arguments.GetRequired(ServiceName.Property), cancellationToken);
        var protocols = arguments.Get(Protocols);
        var rules = new FirewallRules(
            arguments.TryGet(Name, out var name) ? $"{Prefix}-{name}" : Prefix,
            FirewallSources.Of([.. SourcesOf(found), .. arguments.Get(AlsoFrom).Select(IpBlock.Parse)]),
            [.. Port.Merged(arguments.Get(Ports).Select(Port.Parse))],
            protocols.IsEmpty ? ["tcp"] : [.. protocols.Distinct().Order(StringComparer.Ordinal)]);
        if (rules.Sources.IsEmpty)
        {
            throw new OperationException("the API tells no address from which the load balancer reaches its servers, so rules would shut "
                + "everybody out. None were made.");
        }

        return PropertyBag.Empty
            .With(Cidrs, CidrList.Of(rules.Sources))
            .With(Ip6tablesText, IptablesRules.Write(rules, AddressFamily.InterNetworkV6))
            .With(Ip6tablesHook, IptablesRules.Hook(rules, "ip6tables"))
            .With(Ip6tablesUninstall, IptablesRules.Uninstall(rules, "ip6tables"))
            .With(IptablesText, IptablesRules.Write(rules, AddressFamily.InterNetwork))
            .With(IptablesHook, IptablesRules.Hook(rules, "iptables"))
            .With(IptablesUninstall, IptablesRules.Uninstall(rules, "iptables"))
            .With(NftablesText, NftablesRules.Write(rules))
            .With(NftablesUninstall, NftablesRules.Uninstall(rules))
            .With(UfwCommands, UfwRules.Write(rules))
            .With(UfwUninstall, UfwRules.Uninstall(rules));
    }

    private static IEnumerable<IpBlock> SourcesOf(IReadOnlyList<NatIps> zones)
    {
        foreach (var block in zones.SelectMany(static zone => zone.Blocks))
        {
            if (FirewallSources.IsEveryAddress(block))
            {
                throw new OperationException(
                    $"the API names {block} among the addresses from which the load balancer reaches its servers. That is every address, "
                        + $"so rules would block nothing. None were made.");
            }

            yield return block;
        }
    }

    private static Property<string> Required(string name, string description)
        => Property.String(name, description) with { Required = true };
}
