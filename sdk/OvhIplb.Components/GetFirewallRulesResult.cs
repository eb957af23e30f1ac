using System.Collections.Immutable;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>Rules for the firewall of the servers behind a load balancer.</summary>
[OutputType]
public sealed class GetFirewallRulesResult
{
    /// <summary>Who may reach the ports, in CIDR form, sorted, without duplicates.</summary>
    public readonly ImmutableArray<string> Cidrs;

    /// <summary>For <c>ip6tables-restore --noflush</c>: as <c>iptables</c>, for IPv6.</summary>
    public readonly string Ip6tables;

    /// <summary>As <c>iptablesHook</c>, for IPv6.</summary>
    public readonly string Ip6tablesHook;

    /// <summary>As <c>iptablesUninstall</c>, for IPv6.</summary>
    public readonly string Ip6tablesUninstall;

    /// <summary>
    /// A chain in <c>mangle</c> and one in <c>filter</c> for <c>iptables-restore --noflush</c>. It replaces the rules in chains of the same
    /// name. IPv4.
    /// </summary>
    public readonly string Iptables;

    /// <summary>
    /// Shell commands that make PREROUTING and INPUT jump to these chains, unless they do already. To be run after <c>iptables</c> is
    /// restored.
    /// </summary>
    public readonly string IptablesHook;

    /// <summary>Shell commands that remove these chains and the jumps to them.</summary>
    public readonly string IptablesUninstall;

    /// <summary>
    /// A table for <c>nft -f</c>, or a file for <c>/etc/nftables.d</c>. It replaces the table of the same name. IPv4 and IPv6.
    /// </summary>
    public readonly string Nftables;

    /// <summary>Removes that table, for <c>nft -f</c>.</summary>
    public readonly string NftablesUninstall;

    /// <summary>
    /// Shell commands for <c>ufw</c> 0.36 or later, to be run in this order. They replace the rules with the same comment and put theirs in
    /// front of all others. ufw does not filter ports that containers publish: use <c>nftables</c> or <c>iptables</c> on a host with
    /// containers.
    /// </summary>
    public readonly ImmutableArray<string> Ufw;

    /// <summary>Shell commands that remove the rules with that comment.</summary>
    public readonly ImmutableArray<string> UfwUninstall;

    [OutputConstructor]
    private GetFirewallRulesResult(
        ImmutableArray<string> cidrs,
        string ip6tables,
        string ip6tablesHook,
        string ip6tablesUninstall,
        string iptables,
        string iptablesHook,
        string iptablesUninstall,
        string nftables,
        string nftablesUninstall,
        ImmutableArray<string> ufw,
        ImmutableArray<string> ufwUninstall)
    {
        Cidrs = cidrs;
        Ip6tables = ip6tables;
        Ip6tablesHook = ip6tablesHook;
        Ip6tablesUninstall = ip6tablesUninstall;
        Iptables = iptables;
        IptablesHook = iptablesHook;
        IptablesUninstall = iptablesUninstall;
        Nftables = nftables;
        NftablesUninstall = nftablesUninstall;
        Ufw = ufw;
        UfwUninstall = ufwUninstall;
    }
}
