using System.Collections.Generic;
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var expiring = GetCertificates.Invoke(new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
        ExpiresWithinDays = 30,
    });

    return new Dictionary<string, object?>
    {
        ["certificates"] = expiring.Apply(found => found.Certificates),
    };
});
