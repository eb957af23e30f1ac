using System.Collections.Generic;
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var pending = GetPendingChanges.Invoke(new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
    });

    return new Dictionary<string, object?>
    {
        ["total"] = pending.Apply(found => found.Total),
        ["pendingChanges"] = pending.Apply(found => found.PendingChanges),
    };
});
