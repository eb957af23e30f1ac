// A whole endpoint: failover IPs, free certificates for the names that lead to them, and all of it live, in the right order.
using OvhIplb.Components;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();

    var endpoint = new HttpsEndpoint("site", new()
    {
        ServiceName = config.Require("serviceName"),
        FailoverIps = config.RequireObject<string[]>("failoverIps"),
        Certificates = config.RequireObject<Dictionary<string, string[]>>("certificates")
            .ToDictionary(entry => entry.Key, entry => (InputList<string>)entry.Value),
    });

    return new Dictionary<string, object?>
    {
        // Records for the names are made from these: they are known before the certificates are ordered.
        ["addresses"] = endpoint.Addresses,
        // What frontends take as their defaultSslId.
        ["certificates"] = endpoint.CertificateIds,
        ["expiresAt"] = endpoint.ExpiresAt,
        // What the firewall of the servers must let in.
        ["firewallAllow"] = endpoint.NatCidrs,
    };
});
