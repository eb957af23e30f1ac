// One program for dev, staging and prod. All that differs stands in Pulumi.<stack>.yaml.
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();
    var serviceName = config.Require("serviceName");
    var protection = new CustomResourceOptions { Protect = config.GetBoolean("protect") ?? false };

    FailoverAttachment[] attachments =
    [
        .. config.RequireObject<string[]>("failoverIps").Select(ip => new FailoverAttachment(ip, new()
        {
            ServiceName = serviceName,
            Ip = ip,
            AutoRefresh = false,
        }, protection)),
    ];

    var triggers = new InputMap<string>();
    foreach (var attachment in attachments)
    {
        triggers.Add(attachment.GetResourceName(), attachment.Revision);
    }

    var live = new Refresh("live", new() { ServiceName = serviceName, Triggers = triggers });
    var certificate = new FreeCertificate("web", new()
    {
        ServiceName = serviceName,
        Fqdns = config.RequireObject<string[]>("names"),
        // Certificates are issued at a limited rate. Where a stack comes and goes, the next `up` finds this one and orders none.
        OnDelete = config.GetBoolean("keepCertificate") == true ? (Input<CertificateDeletion>)CertificateDeletion.Retain : null,
    }, CustomResourceOptions.Merge(protection, new CustomResourceOptions { DependsOn = { live } }));

    return new Dictionary<string, object?>
    {
        ["addresses"] = Output.All(attachments.Select(attachment => attachment.IpBlock)),
        ["certificate"] = certificate.CertificateId,
        ["names"] = certificate.Fqdns,
    };
});
