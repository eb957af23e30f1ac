using System.Net.Sockets;
using System.Text;

namespace OvhIplb.Provider.Functions.Firewall;

/// <summary>
/// Rules for <c>nft -f</c>: a table of their own, made anew in one transaction each time. Whatever other tables accept or drop goes on.
/// </summary>
internal static class Nftables
{
    public static string Write(Rules rules)
    {
        string ports = string.Join(", ", rules.Ports.Select(static port => port.ToString('-')));
        var text = new StringBuilder();
        // Deleting what was never there is an error, so it is made first.
        text.Append($"add table inet {rules.Name}\ndelete table inet {rules.Name}\ntable inet {rules.Name} {{\n");
        AppendSet(text, "sources4", "ipv4_addr", rules.SourcesOf(AddressFamily.InterNetwork));
        AppendSet(text, "sources6", "ipv6_addr", rules.SourcesOf(AddressFamily.InterNetworkV6));
        text.Append("  chain input {\n    type filter hook input priority filter;\n");
        foreach (string protocol in rules.Protocols)
        {
            string match = $"{protocol} dport {{ {ports} }}";
            text.Append($"    iifname \"lo\" {match} accept\n");
            text.Append($"    ip saddr @sources4 {match} accept\n");
            text.Append($"    ip6 saddr @sources6 {match} accept\n");
            text.Append($"    {match} drop\n");
        }

        return text.Append("  }\n}\n").ToString();
    }

    private static void AppendSet(StringBuilder text, string name, string type, IEnumerable<string> blocks)
    {
        string elements = string.Join(", ", blocks);
        text.Append($"  set {name} {{\n    type {type}; flags interval; auto-merge;\n");
        if (elements.Length > 0)
        {
            text.Append($"    elements = {{ {elements} }}\n");
        }

        text.Append("  }\n");
    }
}
