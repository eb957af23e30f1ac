using System.Collections.Generic;
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var destinations = GetMoveDestinations.Invoke(new()
    {
        Ip = "192.0.2.10",
    });

    return new Dictionary<string, object?>
    {
        ["loadBalancers"] = destinations.Apply(found => found.LoadBalancers),
        ["others"] = destinations.Apply(found => found.Others),
    };
});
