// A whole site: farm, servers, frontend and DNS records from OVHcloud's own provider (Pulumi.Ovh), failover IP and certificate from this one.
using OvhIplb.Components;
using Pulumi;
using Pulumi.Ovh.Domain;
using Pulumi.Ovh.IpLoadBalancing;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();
    string serviceName = config.Require("serviceName");
    string zone = config.Require("zone");

    var endpoint = new HttpsEndpoint("site", new()
    {
        ServiceName = serviceName,
        FailoverIps = { config.Require("failoverIp") },
        Certificates = { ["web"] = new[] { zone, $"www.{zone}" } },
    });

    // The records do not wait for the certificate, and the certificate waits for the records.
    foreach (string subdomain in new[] { "", "www" })
    {
        _ = new ZoneRecord($"record-{(subdomain.Length == 0 ? "apex" : subdomain)}", new()
        {
            Zone = zone,
            Subdomain = subdomain,
            Fieldtype = "A",
            Target = endpoint.Addresses.Apply(addresses => addresses[0]),
            Ttl = 60,
        });
    }

    var farm = new HttpFarm("web", new() { ServiceName = serviceName, Zone = "all", Port = 80 });
    Output<int> farmId = farm.Id.Apply(int.Parse);
    foreach (string address in config.RequireObject<string[]>("servers"))
    {
        _ = new HttpFarmServer($"web-{address}", new() { ServiceName = serviceName, FarmId = farmId, Address = address, Status = "active" });
    }

    var frontend = new HttpFrontend("https", new()
    {
        ServiceName = serviceName,
        Zone = "all",
        Port = "443",
        Ssl = true,
        DefaultFarmId = farmId,
        DefaultSslId = endpoint.CertificateIds.Apply(numbers => numbers["web"]),
    });

    // Pulumi.Ovh saves and leaves it at that. What it saved is made live here, and again whenever one of these changes.
    _ = new OvhIplb.Components.Refresh("live", new()
    {
        ServiceName = serviceName,
        Triggers =
        {
            ["farm"] = farm.Id,
            ["frontend"] = frontend.Id,
            ["certificate"] = frontend.DefaultSslId.Apply(number => $"{number}"),
            ["servers"] = string.Join(' ', config.RequireObject<string[]>("servers")),
        },
    });

    return new Dictionary<string, object?>
    {
        ["addresses"] = endpoint.Addresses,
        ["expiresAt"] = endpoint.ExpiresAt,
        ["firewallAllow"] = endpoint.NatCidrs,
    };
});
