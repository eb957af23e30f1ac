using System.Collections.Generic;
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var failovers = GetFailovers.Invoke(new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
    });

    return new Dictionary<string, object?>
    {
        ["ips"] = failovers.Apply(found => found.Ips),
    };
});
