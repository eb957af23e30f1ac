using System.Collections.Immutable;

namespace OvhIplb.Provider.Functions.Firewall;

/// <summary>
/// Commands for <c>ufw</c>, to be run in this order: the first rule that matches decides. Each may be run again; ufw leaves out what it has.
/// </summary>
internal static class Ufw
{
    public static ImmutableArray<string> Write(Rules rules) =>
    [
        .. from protocol in rules.Protocols
           from ports in PortGroups.Of(rules.Ports)
           from source in CidrList.Of(rules.Sources)
           select $"ufw allow proto {protocol} from {source} to any port {ports} comment '{rules.Name}'",
        .. from protocol in rules.Protocols
           from ports in PortGroups.Of(rules.Ports)
           select $"ufw deny proto {protocol} from any to any port {ports} comment '{rules.Name}'",
    ];
}
