using System.Collections.Generic;
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var rules = GetFirewallRules.Invoke(new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
        Ports = { "80", "443" },
    });

    return new Dictionary<string, object?>
    {
        ["nftables"] = rules.Apply(found => found.Nftables),
        ["iptables"] = rules.Apply(found => found.Iptables),
        ["ip6tables"] = rules.Apply(found => found.Ip6tables),
        ["ufw"] = rules.Apply(found => found.Ufw),
    };
});
