using System.Collections.Generic;
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var health = GetInstancesState.Invoke(new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
    });

    return new Dictionary<string, object?>
    {
        ["state"] = health.Apply(found => found.State),
        ["isServing"] = health.Apply(found => found.IsServing),
        ["instances"] = health.Apply(found => found.Instances),
    };
});
