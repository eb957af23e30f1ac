using System.Collections.Generic;
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var first = new FailoverAttachment("first", new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
        Ip = "192.0.2.10",
        AutoRefresh = false,
    });
    var second = new FailoverAttachment("second", new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
        Ip = "192.0.2.11",
        AutoRefresh = false,
    });

    // One refresh for both, now and whenever either is moved here anew.
    var live = new Refresh("live", new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
        Triggers = { ["first"] = first.Revision, ["second"] = second.Revision },
    });

    return new Dictionary<string, object?>
    {
        ["pendingChanges"] = live.PendingChanges.Apply(changes => changes.Length),
    };
});
