// What is on a load balancer, and how it is. Nothing is declared, so nothing is ever changed.
using OvhIplb.Components;
using OvhIplb.Components.Outputs;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    string serviceName = new Pulumi.Config().Require("serviceName");

    Output<GetLoadBalancerResult> loadBalancer = GetLoadBalancer.Invoke(new() { ServiceName = serviceName });
    Output<GetInstancesStateResult> health = GetInstancesState.Invoke(new() { ServiceName = serviceName });
    Output<GetFailoversResult> failovers = GetFailovers.Invoke(new() { ServiceName = serviceName });
    Output<GetCertificatesResult> all = GetCertificates.Invoke(new() { ServiceName = serviceName });
    Output<GetCertificatesResult> unrouted = GetCertificates.Invoke(new() { ServiceName = serviceName, Type = CertificateType.BuiltNotRouted });
    Output<GetCertificatesResult> expiring = GetCertificates.Invoke(new() { ServiceName = serviceName, ExpiresWithinDays = 14 });
    Output<GetPendingChangesResult> pending = GetPendingChanges.Invoke(new() { ServiceName = serviceName });

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
