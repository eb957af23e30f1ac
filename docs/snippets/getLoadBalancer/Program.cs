using System.Collections.Generic;
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var loadBalancer = GetLoadBalancer.Invoke(new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
    });

    return new Dictionary<string, object?>
    {
        ["addresses"] = loadBalancer.Apply(found => found.Addresses),
        ["zones"] = loadBalancer.Apply(found => found.Zones),
        ["offer"] = loadBalancer.Apply(found => found.Offer),
        ["state"] = loadBalancer.Apply(found => found.State),
    };
});
