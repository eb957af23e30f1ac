using System.Net.Sockets;
using System.Text;

namespace OvhIplb.Provider.Functions.Firewall;

/// <summary>
/// Rules for <c>nft -f</c>, or a file to include: a table of their own, replaced in one transaction. What other tables accept or drop is
/// not changed.
/// </summary>
/// <remarks>
/// Two chains call the same rules. <c>prerouting</c> acts after connection tracking (-200) and before DNAT (-100), so it sees the port that
/// the sender
/// addressed, whether a process, a container or a Kubernetes service answers. <c>fib daddr type local</c> limits it to what is addressed to
/// this host:
/// a container's connection to the same port of another machine passes. <c>input</c> sees all that is delivered to processes, such as
/// broadcasts.
/// </remarks>
internal static class NftablesRules
{
    public static string Write(FirewallRules rules)
    {
        var ports = string.Join(", ", rules.Ports.Select(static port => port.ToString('-')));
        var text = new StringBuilder(Uninstall(rules)).Append($"table inet {rules.Name} {{\n");
        AppendSet(text, "sources4", "ipv4_addr", rules.SourcesOf(AddressFamily.InterNetwork));
        AppendSet(text, "sources6", "ipv6_addr", rules.SourcesOf(AddressFamily.InterNetworkV6));
        // Replies belong to connections that this host or its containers opened; their port here may be in the list. "Established" would
        // also
        // match a connection that a stranger, or a source that has been removed since, opened before these rules were applied.
        text.Append("  chain ports {\n    iifname \"lo\" accept\n    ct direction reply accept\n    ip saddr @sources4 accept\n    ip6 "
            + "saddr @sources6 accept\n");
        foreach (var protocol in rules.Protocols)
        {
            text.Append($"    {protocol} dport {{ {ports} }} drop\n");
        }

        return text
            .Append(
                "  }\n  chain prerouting {\n    type filter hook prerouting priority mangle;\n    fib daddr type local jump ports\n  }\n")
            .Append("  chain input {\n    type filter hook input priority filter;\n    jump ports\n  }\n}\n")
            .ToString();
    }

    /// <summary>What removes the table, for <c>nft -f</c>. It does nothing where there is none.</summary>
    /// <param name="rules">The rules.</param>
    public static string Uninstall(FirewallRules rules) =>
        // To delete a table that does not exist is an error, so it is added first.
        $"add table inet {rules.Name}\ndelete table inet {rules.Name}\n";

    private static void AppendSet(StringBuilder text, string name, string type, IEnumerable<string> blocks)
    {
        var elements = string.Join(", ", blocks);
        text.Append($"  set {name} {{\n    type {type}; flags interval;\n");
        if (elements.Length > 0)
        {
            text.Append($"    elements = {{ {elements} }}\n");
        }

        text.Append("  }\n");
    }
}
