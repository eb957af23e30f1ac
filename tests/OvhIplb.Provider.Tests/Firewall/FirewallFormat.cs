using System.Net.Sockets;
using OvhIplb.Provider.Functions.Firewall;

namespace OvhIplb.Provider.Tests.Firewall;

/// <summary>A form of the rules that acts on all packets, and how a user applies, removes and lists it.</summary>
internal sealed record FirewallFormat(
    Func<FirewallRules, string> Apply,
    Func<FirewallRules, string> Uninstall,
    Func<FirewallRules, string> ApplyEarlier)
{
    /// <summary>Every rule, without counters.</summary>
    public const string ListRules =
        "nft --stateless list ruleset\nfor program in iptables ip6tables; do for table in raw mangle nat filter; do echo $program $table; "
            + "$program -t $table -S; done; done";

    /// <summary>By name, for a theory.</summary>
    public static FirewallFormat Named(string name) => name == "nftables" ? Nftables : Iptables;

    private static readonly FirewallFormat Nftables = new(
        static rules => $"nft -f - <<'RULES'\n{NftablesRules.Write(rules)}RULES\n",
        static rules => $"nft -f - <<'RULES'\n{NftablesRules.Uninstall(rules)}RULES\n",
        static rules => $$"""
            nft -f - <<'RULES'
            table inet {{rules.Name}} {
              set sources4 {
                type ipv4_addr; flags interval; auto-merge;
                elements = { {{string.Join(", ", rules.SourcesOf(AddressFamily.InterNetwork))}} }
              }
              chain input {
                type filter hook input priority filter;
                iifname "lo" tcp dport { 80, 8080 } accept
                ip saddr @sources4 tcp dport { 80, 8080 } accept
                tcp dport { 80, 8080 } drop
              }
            }
            RULES

            """);

    private static readonly FirewallFormat Iptables = new(
        static rules => $"""
            iptables-restore --noflush <<'RULES'
            {IptablesRules.Write(rules, AddressFamily.InterNetwork)}RULES
            {IptablesRules.Hook(rules, "iptables")}
            ip6tables-restore --noflush <<'RULES'
            {IptablesRules.Write(rules, AddressFamily.InterNetworkV6)}RULES
            {IptablesRules.Hook(rules, "ip6tables")}

            """,
        static rules => $"{IptablesRules.Uninstall(rules, "iptables")}\n{IptablesRules.Uninstall(rules, "ip6tables")}\n",
        static rules => string.Concat(new[] { AddressFamily.InterNetwork, AddressFamily.InterNetworkV6 }.Select(family =>
        {
            var program = family == AddressFamily.InterNetwork ? "iptables" : "ip6tables";
            return $"""
                {program} -N {rules.Name}
                {program} -A {rules.Name} -i lo -p tcp -m multiport --dports 80,8080 -j ACCEPT
                {string.Join('\n', rules.SourcesOf(family).Select(source => $"{program} -A {rules.Name} -s {source} -p tcp -m multiport --dports 80,8080 -j ACCEPT"))}
                {program} -A {rules.Name} -p tcp -m multiport --dports 80,8080 -j DROP
                {program} -I INPUT -j {rules.Name}

                """;
        })));
}
