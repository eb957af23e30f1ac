using System.Collections.Immutable;
using System.Net.Sockets;

namespace OvhIplb.Provider.Functions.Firewall;

/// <summary>
/// Commands of a shell for <c>ufw</c> 0.36 or later, to be run in order. They remove the rules that carry the comment, and put new ones in
/// front of all
/// others, where the first rule that matches decides. So they end in the same rules wherever they start.
/// </summary>
/// <remarks>
/// ufw keeps one rule for each combination of addresses, ports, protocol and interface: a rule of the user's with the same combination
/// would make ufw
/// skip ours, or be replaced by it. <c>in on +</c>, which is any interface, sets ours apart.
/// </remarks>
internal static class UfwRules
{
    /// <summary>Any source port: sets a rule apart from the final one, which says the same.</summary>
    private const string HoldingSource = "from any port 1:65535";

    private const string Note =
        "ufw does not filter ports that containers publish (Docker, Podman, Kubernetes): on a host with containers use the nftables or "
            + "iptables rules";

    public static ImmutableArray<string> Write(FirewallRules rules) =>
    [
        // A command that fails must leave the block below in place.
        "set -e",
        $"echo '{rules.Name}: {Note}' >&2",
        // Strangers stay out while the rules are replaced. For that moment new connections of the load balancer wait too; open ones go on.
        .. Rules(rules, "deny", HoldingSource),
        Delete(rules, $"/{HoldingSource} /d; "),
        .. Rules(rules, "deny", "from any"),
        // The last one is the first to be matched.
        .. rules.SourcesOf(AddressFamily.InterNetwork).Reverse().SelectMany(source => Rules(rules, "allow", $"from {source}")),
        .. rules.SourcesOf(AddressFamily.InterNetworkV6).Reverse().SelectMany(source => Rules(rules, "allow", $"from {source}"))
            .Select(WhereIPv6IsOn),
        Delete(rules, $"/{HoldingSource} /"),
    ];

    /// <summary>The commands that remove the rules. They do nothing where there are none.</summary>
    /// <param name="rules">The rules.</param>
    public static ImmutableArray<string> Uninstall(FirewallRules rules) => [Delete(rules, "")];

    private static IEnumerable<string> Rules(FirewallRules rules, string action, string source) =>
        from protocol in rules.Protocols
        from ports in PortGroups.Of(rules.Ports)
        select $"ufw prepend {action} in on + proto {protocol} {source} to any port {ports} comment '{rules.Name}'";

    /// <summary>ufw refuses a rule for IPv6 where its configuration turns IPv6 off. It then drops all of IPv6 itself.</summary>
    private static string WhereIPv6IsOn(string command)
        => $"if grep -qsiE '^IPV6=\"?yes\"?[[:space:]]*$' /etc/default/ufw; then {command}; fi";

    /// <summary>
    /// <c>ufw show added</c> writes each rule as the command that adds it, also where ufw is inactive. The comment is matched whole.
    /// </summary>
    private static string Delete(FirewallRules rules, string lines) =>
        $"ufw show added | sed -nE \"{lines}s/^ufw ((allow|deny) .*comment '{rules.Name}')\\$/ufw delete \\1/p\" | sh -e";
}
