// Firewall rules for the servers behind a load balancer, as outputs of the stack. The script `apply` installs them.
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();

    var rules = GetFirewallRules.Invoke(new()
    {
        ServiceName = config.Require("serviceName"),
        Ports = config.RequireObject<string[]>("ports"),
        AlsoFrom = config.GetObject<string[]>("alsoFrom") ?? [],
    });

    return new Dictionary<string, object?>
    {
        ["cidrs"] = rules.Apply(made => made.Cidrs),
        ["nftables"] = rules.Apply(made => made.Nftables),
        ["nftablesUninstall"] = rules.Apply(made => made.NftablesUninstall),
        ["iptables"] = rules.Apply(made => made.Iptables),
        ["iptablesHook"] = rules.Apply(made => made.IptablesHook),
        ["iptablesUninstall"] = rules.Apply(made => made.IptablesUninstall),
        ["ip6tables"] = rules.Apply(made => made.Ip6tables),
        ["ip6tablesHook"] = rules.Apply(made => made.Ip6tablesHook),
        ["ip6tablesUninstall"] = rules.Apply(made => made.Ip6tablesUninstall),
        // As scripts, so that `pulumi stack output ufw` can be given to a shell.
        ["ufw"] = rules.Apply(made => string.Join('\n', made.Ufw)),
        ["ufwUninstall"] = rules.Apply(made => string.Join('\n', made.UfwUninstall)),
    };
});
