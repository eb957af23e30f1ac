using System.Collections.Generic;
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    // The names point to this address: it has to serve from the load balancer first.
    var attachment = new FailoverAttachment("web-ip", new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
        Ip = "192.0.2.10",
    });

    var certificate = new FreeCertificate("web", new()
    {
        ServiceName = attachment.ServiceName,
        Fqdns = { "www.example.com", "example.com" },
    }, new() { DependsOn = { attachment } });

    return new Dictionary<string, object?>
    {
        // What a frontend takes as its defaultSslId.
        ["certificateId"] = certificate.CertificateId,
        ["expiresAt"] = certificate.ExpiresAt,
    };
});
