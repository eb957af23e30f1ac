using System.Text.Json;

namespace EndToEnd;

/// <summary>The examples beside the quickstart do what their READMEs say.</summary>
public sealed class ExampleTests
{
    [Fact]
    public async Task Firewall_makes_rules_and_asks_for_nothing()
    {
        await using Quickstart stack = await Quickstart.StartAsync(program: "FirewallStack");
        stack.Overrides["ovh-iplb-quickstart:ports"] = """["80", "443"]""";
        (await stack.PreviewAsync()).Succeeded().WritesNothing().Says("table inet ovh-iplb");
        (await stack.UpAsync()).Succeeded().WritesNothing();
        JsonElement outputs = stack.Outputs();
        Assert.StartsWith("add table inet ovh-iplb\n", outputs.GetProperty("nftables").GetString(), StringComparison.Ordinal);
        Assert.Contains("--dports 80,443 -j DROP", outputs.GetProperty("iptables").GetString(), StringComparison.Ordinal);
        Assert.Equal(["203.0.113.64/27", "203.0.113.96/27"], outputs.GetProperty("cidrs").EnumerateArray().Select(static cidr => cidr.GetString()));
    }

    [Fact]
    public async Task MultiDomain_costs_one_refresh_and_changes_one_certificate_by_itself()
    {
        await using Quickstart stack = await Quickstart.StartAsync(program: "MultiDomainStack");
        stack.Overrides["ovh-iplb-quickstart:certificates"] = """{"web": ["www.example.com", "example.com"], "api": ["api.example.com"]}""";
        Outcome up = (await stack.UpAsync()).Succeeded();
        Assert.Equal(2, up.Writes.Count(static write => write.EndsWith("/freeCertificate", StringComparison.Ordinal)));
        Assert.Single(up.Writes, static write => write.EndsWith("/refresh", StringComparison.Ordinal));
        Assert.Equal(2, stack.Certificates());

        stack.Overrides["ovh-iplb-quickstart:certificates"] = """{"web": ["www.example.com", "example.com"]}""";
        Outcome down = (await stack.UpAsync()).Succeeded().Says("1 deleted");
        Assert.Equal(["DELETE", "POST"], down.Writes.Select(static write => write.Split(' ')[0]));
        Assert.Equal(1, stack.Certificates());
    }
}
