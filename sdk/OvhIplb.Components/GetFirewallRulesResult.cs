using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>Rules for the firewall of the servers behind a load balancer.</summary>
[OutputType]
public sealed class GetFirewallRulesResult
{
    /// <summary>Who may reach the ports, in CIDR form, sorted, without duplicates.</summary>
    public readonly ImmutableArray<string> Cidrs;

    /// <summary>For <c>ip6tables-restore --noflush</c>: a chain of its own, filled anew. IPv6.</summary>
    public readonly string Ip6tables;

    /// <summary>The command that has incoming packets look into that chain, unless they do already.</summary>
    public readonly string Ip6tablesHook;

    /// <summary>For <c>iptables-restore --noflush</c>: a chain of its own, filled anew. IPv4.</summary>
    public readonly string Iptables;

    /// <summary>The command that has incoming packets look into that chain, unless they do already.</summary>
    public readonly string IptablesHook;

    /// <summary>For <c>nft -f</c>: a table of its own, made anew.</summary>
    public readonly string Nftables;

    /// <summary>Commands of <c>ufw</c>, to be run in this order.</summary>
    public readonly ImmutableArray<string> Ufw;

    [OutputConstructor]
    private GetFirewallRulesResult(
        ImmutableArray<string> cidrs,
        string ip6tables,
        string ip6tablesHook,
        string iptables,
        string iptablesHook,
        string nftables,
        ImmutableArray<string> ufw)
    {
        Cidrs = cidrs;
        Ip6tables = ip6tables;
        Ip6tablesHook = ip6tablesHook;
        Iptables = iptables;
        IptablesHook = iptablesHook;
        Nftables = nftables;
        Ufw = ufw;
    }
}
