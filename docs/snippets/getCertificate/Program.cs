using System.Collections.Generic;
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var certificate = GetCertificate.Invoke(new()
    {
        ServiceName = "loadbalancer-0123456789abcdef",
        Name = "www.example.com",
    });

    return new Dictionary<string, object?>
    {
        ["certificateId"] = certificate.Apply(found => found.CertificateId),
        ["names"] = certificate.Apply(found => found.Names),
        ["expiresAt"] = certificate.Apply(found => found.ExpiresAt),
        ["type"] = certificate.Apply(found => found.Type),
    };
});
