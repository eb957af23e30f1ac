// What is on a load balancer, and how it is. Nothing is declared, so nothing is ever changed.
using OvhIplb.Components;
using OvhIplb.Components.Outputs;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var serviceName = new Pulumi.Config().Require("serviceName");

    var loadBalancer = GetLoadBalancer.Invoke(new() { ServiceName = serviceName });
    var health = GetInstancesState.Invoke(new() { ServiceName = serviceName });
    var failovers = GetFailovers.Invoke(new() { ServiceName = serviceName });
    var all = GetCertificates.Invoke(new() { ServiceName = serviceName });
    var unrouted = GetCertificates.Invoke(new() { ServiceName = serviceName, Type = CertificateType.BuiltNotRouted });
    var expiring = GetCertificates.Invoke(new() { ServiceName = serviceName, ExpiresWithinDays = 14 });
    var pending = GetPendingChanges.Invoke(new() { ServiceName = serviceName });

    return new Dictionary<string, object?>
    {
        ["addresses"] = loadBalancer.Apply(found => found.Addresses),
        ["state"] = health.Apply(found => found.State),
        ["instances"] = health.Apply(found => found.Instances.Select(instance => $"{instance.Zone}: {instance.State}").ToArray()),
        ["failovers"] = failovers.Apply(found => found.Ips),
        ["certificates"] = all.Apply(found => Named(found.Certificates)),
        ["notRouted"] = unrouted.Apply(found => Named(found.Certificates)),
        ["expiring"] = expiring.Apply(found => Named(found.Certificates)),
        ["pendingChanges"] = pending.Apply(found => found.Total),
    };
});

static string[] Named(IEnumerable<LoadBalancerCertificate> certificates) =>
    [.. certificates.Select(one => $"{one.CertificateId}, {one.Type}: {string.Join(", ", one.Names)}")];
