// Two failover IPs serve from one load balancer, with one free certificate for two names.
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();
    string serviceName = config.Require("serviceName");
    string[] failoverIps = config.RequireObject<string[]>("failoverIps");
    string[] names = config.RequireObject<string[]>("names");
    var protection = new CustomResourceOptions { Protect = config.GetBoolean("protect") ?? false };

    // Each IP is moved to the load balancer. Refreshing is left to one resource below, so that it happens once.
    FailoverAttachment[] attachments =
    [
        .. failoverIps.Select(ip => new FailoverAttachment(ip, new()
        {
            ServiceName = serviceName,
            Ip = ip,
            AutoRefresh = false,
        }, protection)),
    ];

    // A change of any trigger makes the load balancer's configuration live: here, whenever an IP was moved to it anew.
    var triggers = new InputMap<string>();
    foreach (FailoverAttachment attachment in attachments)
    {
        triggers.Add(attachment.GetResourceName(), attachment.Revision);
    }

    var live = new Refresh("live", new() { ServiceName = serviceName, Triggers = triggers });

    // The certificate is ordered once the IPs that its names point to are live.
    var certificate = new FreeCertificate("web", new()
    {
        ServiceName = serviceName,
        Fqdns = names,
        // Certificates are issued at a limited rate. Kept, the next `up` after a `destroy` finds this one and orders none.
        OnDelete = config.GetBoolean("keepCertificate") == true ? (Input<CertificateDeletion>)CertificateDeletion.Retain : null,
    }, CustomResourceOptions.Merge(protection, new CustomResourceOptions { DependsOn = { live } }));

    // What the firewall of the servers behind the load balancer must let in. Asked for once the load balancer is known to be there.
    Output<GetNatIpsResult> nat = GetNatIps.Invoke(new() { ServiceName = live.ServiceName });

    return new Dictionary<string, object?>
    {
        ["addresses"] = Output.All(attachments.Select(attachment => attachment.IpBlock)),
        ["certificate"] = certificate.CertificateId,
        ["expiresAt"] = certificate.ExpiresAt,
        ["firewallAllow"] = nat.Apply(result => result.Cidrs),
        ["names"] = certificate.Fqdns,
    };
});
