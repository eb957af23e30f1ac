using System.Collections.Generic;
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();

    var certificate = new CustomCertificate("www", new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
        Certificate = config.Require("certificate"),
        // pulumi config set --secret key < key.pem
        Key = config.RequireSecret("key"),
        DisplayName = "www",
    });

    return new Dictionary<string, object?>
    {
        // What a frontend takes as its defaultSslId.
        ["certificateId"] = certificate.CertificateId,
        ["names"] = certificate.Names,
    };
});
