using System.Net.Sockets;
using System.Text;

namespace OvhIplb.Provider.Functions.Firewall;

/// <summary>
/// Rules for <c>iptables-restore --noflush</c> and <c>ip6tables-restore --noflush</c>: a chain in each of two tables. The restore empties a
/// chain that
/// the text declares, so the chains are filled anew each time. One command more, the hook, has packets pass through them.
/// </summary>
/// <remarks>
/// The chain in <c>mangle</c> keeps strangers out of whatever answers at a port, as <see cref="NftablesRules"/> says. The chain in
/// <c>filter</c> lets the
/// sources pass where INPUT drops by default. It drops strangers too: earlier versions had this chain alone, and a host on which their hook
/// is all
/// that has been run must not lose its protection.
/// </remarks>
internal static class IptablesRules
{
    private static readonly (string Table, string Chain)[] Hooks = [("mangle", "PREROUTING"), ("filter", "INPUT")];

    /// <param name="rules">The rules.</param>
    /// <param name="family">The kind of address: each has a firewall of its own.</param>
    public static string Write(FirewallRules rules, AddressFamily family)
    {
        var text = new StringBuilder();
        // The direction, not the state "established": see NftablesRules.
        text.Append($"*mangle\n:{rules.Name} - [0:0]\n");
        text.Append($"-A {rules.Name} -i lo -j RETURN\n");
        text.Append($"-A {rules.Name} -m conntrack --ctdir REPLY -j RETURN\n");
        text.Append($"-A {rules.Name} -m addrtype ! --dst-type LOCAL -j RETURN\n");
        foreach (var source in rules.SourcesOf(family))
        {
            text.Append($"-A {rules.Name} -s {source} -j RETURN\n");
        }

        AppendPorts(text, rules, [], "DROP");
        text.Append($"COMMIT\n*filter\n:{rules.Name} - [0:0]\n");
        text.Append($"-A {rules.Name} -m conntrack --ctdir REPLY -j RETURN\n");
        AppendPorts(text, rules, ["-i lo ", .. rules.SourcesOf(family).Select(static source => $"-s {source} ")], "ACCEPT");
        AppendPorts(text, rules, [], "DROP");
        return text.Append("COMMIT\n").ToString();
    }

    /// <summary>The commands that have packets pass through the chains, unless they do already.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="program"><c>iptables</c> or <c>ip6tables</c>.</param>
    public static string Hook(FirewallRules rules, string program) => string.Join('\n', Hooks.Select(hook =>
        $"{program} -w -t {hook.Table} -C {hook.Chain} -j {rules.Name} 2>/dev/null || {program} -w -t {hook.Table} -I {hook.Chain} -j "
            + $"{rules.Name}"));

    /// <summary>The commands that remove hooks and chains. They do nothing where there are none.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="program"><c>iptables</c> or <c>ip6tables</c>.</param>
    public static string Uninstall(FirewallRules rules, string program) => string.Join('\n', Hooks.SelectMany(hook => (string[])
    [
        $"while {program} -w -t {hook.Table} -D {hook.Chain} -j {rules.Name} 2>/dev/null; do :; done",
        // To delete a chain that does not exist is an error; declared in the text, it exists and is empty.
        $"printf '*{hook.Table}\\n:{rules.Name} - [0:0]\\n-X {rules.Name}\\nCOMMIT\\n' | {program}-restore --noflush",
    ]));

    private static void AppendPorts(StringBuilder text, FirewallRules rules, string[] matches, string target)
    {
        foreach (var match in matches is [] ? [""] : matches)
        {
            foreach (var protocol in rules.Protocols)
            {
                foreach (var ports in PortGroups.Of(rules.Ports))
                {
                    text.Append($"-A {rules.Name} {match}-p {protocol} -m multiport --dports {ports} -j {target}\n");
                }
            }
        }
    }
}
