// A whole site: farm, servers, frontend and DNS records from OVHcloud's own provider (Pulumi.Ovh), failover IP and certificate from this
// one.
using OvhIplb.Components;
using Pulumi;
using Pulumi.Ovh.Domain;
using Pulumi.Ovh.IpLoadBalancing;

return await Deployment.RunAsync(() =>
{
    var config = new Pulumi.Config();
    string serviceName = config.Require("serviceName");
    string zone = config.Require("zone");

    var farm = new HttpFarm("web", new() { ServiceName = serviceName, Zone = "all", Port = 80 });
    Output<int> farmId = farm.Id.Apply(int.Parse);
    var servers = new InputMap<string>();
    foreach (string address in config.RequireObject<string[]>("servers"))
    {
        var server = new HttpFarmServer($"web-{address}", new()
        {
            ServiceName = serviceName,
            FarmId = farmId,
            Address = address,
            Status = "active",
        });
        servers.Add($"server-{address}", server.Id);
    }

    // The authority asks for the names over HTTP before it issues a certificate, so this one comes first.
    var http = new HttpFrontend("http", new() { ServiceName = serviceName, Zone = "all", Port = "80", DefaultFarmId = farmId });

    var endpoint = new HttpsEndpoint("site", new()
    {
        // By way of the frontend: what is moved is made live together with it.
        ServiceName = http.ServiceName,
        FailoverIps = [config.Require("failoverIp")],
        Certificates = { ["web"] = new[] { zone, $"www.{zone}" } },
        // The certificate is declared after its records, so that it takes none of the engine's parallel slots while they are made.
        DnsRecords = addresses => new[] { "", "www" }.Select(subdomain => new ZoneRecord(
            $"record-{(subdomain.Length == 0 ? "apex" : subdomain)}",
            new()
            {
                Zone = zone,
                Subdomain = subdomain,
                Fieldtype = "A",
                Target = addresses.Apply(all => all[0]),
                Ttl = 60,
            })),
    });

    var https = new HttpFrontend("https", new()
    {
        ServiceName = serviceName,
        Zone = "all",
        Port = "443",
        Ssl = true,
        DefaultFarmId = farmId,
        DefaultSslId = endpoint.CertificateIds.Apply(numbers => numbers["web"]),
    });

    // Pulumi.Ovh saves and leaves it at that. What it makes is made live here; what it changes or deletes, as that comes last, by the next
    // `up`.
    _ = new OvhIplb.Components.Refresh("live", new()
    {
        ServiceName = serviceName,
        ApplyPending = true,
        Triggers = InputMap<string>.Merge(servers, new InputMap<string>
        {
            ["farm"] = farm.Id,
            ["https"] = https.Id,
            ["certificate"] = https.DefaultSslId.Apply(number => $"{number}"),
        }),
    });

    return new Dictionary<string, object?>
    {
        ["addresses"] = endpoint.Addresses,
        ["expiresAt"] = endpoint.ExpiresAt,
        ["firewallAllow"] = endpoint.NatCidrs,
    };
});
