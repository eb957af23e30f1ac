using System.Collections.Generic;
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var nat = GetNatIps.Invoke(new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
    });

    return new Dictionary<string, object?>
    {
        ["cidrs"] = nat.Apply(found => found.Cidrs),
        ["zones"] = nat.Apply(found => found.Zones),
    };
});
