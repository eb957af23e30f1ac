// Who may reach the servers behind a load balancer: nobody but the load balancer. The rules are outputs of the stack.
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();

    Output<GetFirewallRulesResult> rules = GetFirewallRules.Invoke(new()
    {
        ServiceName = config.Require("serviceName"),
        Ports = config.RequireObject<string[]>("ports"),
        AlsoFrom = config.GetObject<string[]>("alsoFrom") ?? [],
    });

    return new Dictionary<string, object?>
    {
        ["cidrs"] = rules.Apply(made => made.Cidrs),
        ["nftables"] = rules.Apply(made => made.Nftables),
        ["iptables"] = rules.Apply(made => made.Iptables),
        ["iptablesHook"] = rules.Apply(made => made.IptablesHook),
        ["ip6tables"] = rules.Apply(made => made.Ip6tables),
        ["ip6tablesHook"] = rules.Apply(made => made.Ip6tablesHook),
        ["ufw"] = rules.Apply(made => made.Ufw),
    };
});
