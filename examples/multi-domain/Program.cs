// Several failover IPs and several certificates on one load balancer, each of them added or removed by itself.
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();
    var serviceName = config.Require("serviceName");

    // Each attachment is named by its IP, so that removing one touches only that one.
    FailoverAttachment[] attachments =
    [
        .. config.RequireObject<string[]>("failoverIps").Select(ip => new FailoverAttachment(ip, new()
        {
            ServiceName = serviceName,
            Ip = ip,
            AutoRefresh = false,
        })),
    ];

    var triggers = new InputMap<string>();
    foreach (var attachment in attachments)
    {
        triggers.Add(attachment.GetResourceName(), attachment.Revision);
    }

    // However many IPs were moved: one refresh makes them live.
    var live = new Refresh("live", new() { ServiceName = serviceName, Triggers = triggers });

    // One certificate an entry; its names belong together, as they are renewed and fail together.
    var certificates = config.RequireObject<Dictionary<string, string[]>>("certificates").ToDictionary(
        entry => entry.Key,
        entry => new FreeCertificate(
            entry.Key, new() { ServiceName = serviceName, Fqdns = entry.Value }, new() { DependsOn = { live } }));

    return new Dictionary<string, object?>
    {
        ["addresses"] = Output.All(attachments.Select(attachment => attachment.IpBlock)),
        ["certificates"] = certificates.ToDictionary(entry => entry.Key, entry => entry.Value.CertificateId),
        ["expiresAt"] = certificates.ToDictionary(entry => entry.Key, entry => entry.Value.ExpiresAt),
    };
});
