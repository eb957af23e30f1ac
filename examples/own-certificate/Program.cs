// A certificate of your own on a load balancer, from the files that an authority hands out.
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();

    var certificate = new CustomCertificate("www", new()
    {
        ServiceName = config.Require("serviceName"),
        Certificate = File.ReadAllText(config.Require("certificateFile")),
        // A secret from here on: it is nowhere in clear, neither in a preview nor in the state.
        Key = Output.CreateSecret(File.ReadAllText(config.Require("keyFile"))),
        Chain = config.Get("chainFile") is { } chain ? (Input<string>)File.ReadAllText(chain) : null,
        DisplayName = config.Get("displayName") is { } name ? (Input<string>)name : null,
    });

    return new Dictionary<string, object?>
    {
        // What a frontend takes as its defaultSslId.
        ["certificate"] = certificate.CertificateId,
        ["expiresAt"] = certificate.ExpiresAt,
        ["names"] = certificate.Names,
    };
});
