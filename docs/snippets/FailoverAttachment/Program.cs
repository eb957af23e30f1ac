using System.Collections.Generic;
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var attachment = new FailoverAttachment("web-ip", new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
        Ip = "192.0.2.10",
    });

    return new Dictionary<string, object?>
    {
        ["address"] = attachment.IpBlock,
    };
});
