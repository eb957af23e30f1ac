using System.Net.Sockets;
using System.Text;

namespace OvhIplb.Provider.Functions.Firewall;

/// <summary>
/// Rules for <c>iptables-restore --noflush</c> and <c>ip6tables-restore --noflush</c>: a chain of their own, filled anew each time, as a chain
/// that is declared there is emptied. One command more has every packet look into it, once.
/// </summary>
internal static class Iptables
{
    /// <param name="rules">The rules.</param>
    /// <param name="family">Of which kind of address; the two have a firewall each.</param>
    public static string Write(Rules rules, AddressFamily family)
    {
        var text = new StringBuilder($"*filter\n:{rules.Name} - [0:0]\n");
        foreach (string protocol in rules.Protocols)
        {
            foreach (string ports in PortGroups.Of(rules.Ports))
            {
                string match = $"-p {protocol} -m multiport --dports {ports}";
                text.Append($"-A {rules.Name} -i lo {match} -j ACCEPT\n");
                foreach (string source in rules.SourcesOf(family))
                {
                    text.Append($"-A {rules.Name} -s {source} {match} -j ACCEPT\n");
                }

                text.Append($"-A {rules.Name} {match} -j DROP\n");
            }
        }

        return text.Append("COMMIT\n").ToString();
    }

    /// <summary>The command that has packets look into the chain, unless they do already.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="program"><c>iptables</c> or <c>ip6tables</c>.</param>
    public static string Hook(Rules rules, string program) =>
        $"{program} -C INPUT -j {rules.Name} 2>/dev/null || {program} -I INPUT -j {rules.Name}";
}
