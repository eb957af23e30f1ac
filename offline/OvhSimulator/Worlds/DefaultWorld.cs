using OvhSimulator.Accounts;
using OvhSimulator.Authentication;
using OvhSimulator.Ips;
using OvhSimulator.LoadBalancers;

namespace OvhSimulator.Worlds;

/// <summary>
/// The world a simulator begins with. Names and addresses are fixed, from the ranges kept for documentation; numbers follow the seed.
/// </summary>
public static class DefaultWorld
{
    public const string LoadBalancer = "loadbalancer-0123456789abcdef";
    public const string OverseasLoadBalancer = "loadbalancer-fedcba9876543210";
    public const string DedicatedServer = "ns3001.ip-198-51-100.eu";

    internal static World Create(int seed, DateTimeOffset now)
    {
        var world = new World { Now = now, Identifiers = new Identifiers { Seed = seed } };
        var ids = world.Identifiers;
        string[] methods = ["GET", "POST", "PUT", "DELETE"];
        world.Credentials.Add(new Credential
        {
            ApplicationId = ids.Next("application"),
            CredentialId = ids.Next("credential"),
            Creation = now,
            Rules = [.. methods.Select(method => new AccessRule(method, "/*"))],
        });
        world.ServiceAccounts.Add(new ServiceAccount { Actions = ["*"] });
        world.AccessTokens.Add(new AccessToken(AccessToken.DefaultToken, ServiceAccount.DefaultClientId, Expires: null));
        // OVH's Terraform provider takes for granted that there has been an e-mail before.
        world.Emails.Add(new Email(
            ids.Next("email"),
            now,
            "Your services are delivered",
            $"{LoadBalancer} and {OverseasLoadBalancer} are ready to be used."));
        world.DedicatedServers.Add(new DedicatedServer(DedicatedServer, "gra"));
        AddLoadBalancers(world);
        AddIps(world);
        world.Dns.Set("example.com", ["192.0.2.10"], []);
        world.Dns.Set("www.example.com", ["192.0.2.10"], []);
        world.Dns.Set("api.example.com", ["192.0.2.11"], []);
        world.Dns.Set("staging.example.com", ["192.0.2.130"], []);
        world.Dns.Set("dev.example.com", ["203.0.113.20"], []);
        world.Dns.Set("blog.example.com", ["192.0.2.200"], []);
        return world;
    }

    private static void AddLoadBalancers(World world)
    {
        var ids = world.Identifiers;
        long farm = ids.Next("farm"), overseasFarm = ids.Next("farm");
        world.LoadBalancers.Add(new LoadBalancer
        {
            ServiceName = LoadBalancer,
            Ipv4 = "203.0.113.10",
            Ipv6 = "2001:db8::10",
            DisplayName = "front",
            Creation = world.Now,
            Zones = [Zone(world, "gra", "203.0.113.64/27"), Zone(world, "rbx", "203.0.113.96/27")],
            HttpFarms = [farm],
            HttpFrontends =
            [
                new HttpFrontend { FrontendId = ids.Next("frontend"), Port = "80", DefaultFarmId = farm, DisplayName = "http" },
                new HttpFrontend {
                    FrontendId = ids.Next("frontend"),
                    Port = "443",
                    Ssl = true,
                    DefaultFarmId = farm,
                    DisplayName = "https" },
            ],
        });
        world.LoadBalancers.Add(new LoadBalancer
        {
            ServiceName = OverseasLoadBalancer,
            Ipv4 = "203.0.113.20",
            Ipv6 = "2001:db8::20",
            Creation = world.Now,
            Zones = [Zone(world, "bhs", "203.0.113.128/27")],
            HttpFarms = [overseasFarm],
            HttpFrontends = [new HttpFrontend { FrontendId = ids.Next("frontend"), Port = "80", DefaultFarmId = overseasFarm }],
        });
    }

    private static Zone Zone(World world, string name, string nat) =>
        new() { Name = name, InternalId = world.Identifiers.Next("instance"), NatIps = [nat], LastRefresh = world.Now };

    private static void AddIps(World world) => world.Ips.AddRange(
    [
        new IpBlock { Ip = "203.0.113.10/32", Type = "loadBalancing", RoutedTo = LoadBalancer },
        new IpBlock { Ip = "203.0.113.20/32", Type = "loadBalancing", RoutedTo = OverseasLoadBalancer, Datacentre = "bhs", Country = "ca" },
        new IpBlock { Ip = "198.51.100.129/32", Type = "dedicated", RoutedTo = DedicatedServer },
        new IpBlock { Ip = "192.0.2.10/32", Description = "www" },
        new IpBlock { Ip = "192.0.2.11/32", Description = "api", Datacentre = "rbx" },
        new IpBlock { Ip = "192.0.2.12/32", Description = "on the dedicated server", RoutedTo = DedicatedServer },
        new IpBlock { Ip = "198.51.100.0/30", Description = "a block", Datacentre = "sbg" },
        new IpBlock { Ip = "192.0.2.130/32", Description = "overseas", Datacentre = "bhs", Country = "ca" },
        new IpBlock { Ip = "2001:db8:1::/64", Description = "version 6" },
    ]);
}
