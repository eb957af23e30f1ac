namespace EndToEnd;

/// <summary>The examples beside the quickstart do what their READMEs say.</summary>
public sealed class ExampleTests
{
    [Fact]
    public async Task Firewall_makes_rules_and_asks_for_nothing()
    {
        await using var stack = await Quickstart.StartAsync(program: "FirewallStack");
        stack.Configuration["ports"] = """["80", "443"]""";
        (await stack.PreviewAsync()).Succeeded().WritesNothing().Says("table inet ovh-iplb");
        (await stack.UpAsync()).Succeeded().WritesNothing();
        var outputs = stack.Outputs();
        Assert.StartsWith("add table inet ovh-iplb\n", outputs["nftables"].GetString(), StringComparison.Ordinal);
        Assert.Contains("--dports 80,443 -j DROP", outputs["iptables"].GetString(), StringComparison.Ordinal);
        Assert.Equal(["203.0.113.64/27", "203.0.113.96/27"], outputs["cidrs"].EnumerateArray().Select(static cidr => cidr.GetString()));
    }

    [Fact]
    public async Task MultiDomain_costs_one_refresh_and_changes_one_certificate_by_itself()
    {
        await using var stack = await Quickstart.StartAsync(program: "MultiDomainStack");
        stack.Configuration["certificates"] = """{"web": ["www.example.com", "example.com"], "api": ["api.example.com"]}""";
        var up = (await stack.UpAsync()).Succeeded();
        Assert.Equal(2, up.Writes.Count(static write => write.EndsWith("/freeCertificate", StringComparison.Ordinal)));
        Assert.Single(up.Writes, static write => write.EndsWith("/refresh", StringComparison.Ordinal));
        Assert.Equal(2, stack.Certificates());

        stack.Configuration["certificates"] = """{"web": ["www.example.com", "example.com"]}""";
        var down = (await stack.UpAsync()).Succeeded().Says("1 deleted");
        Assert.Equal(["DELETE", "POST"], down.Writes.Select(static write => write.Split(' ')[0]));
        Assert.Equal(1, stack.Certificates());
    }

    [Fact]
    public async Task Yaml_does_what_the_quickstart_does()
    {
        await using var stack = await Quickstart.StartAsync();
        stack.Yaml = await File.ReadAllTextAsync(
            Path.Combine(Paths.Root, Paths.YamlExample, "Pulumi.yaml"),
            TestContext.Current.CancellationToken);
        (await stack.PreviewAsync()).Succeeded().WritesNothing().Says("+ 5 to create");
        var up = (await stack.UpAsync()).Succeeded().Says("+ 5 created");
        Assert.Equal(
            ["freeCertificate", "move", "move", "refresh"],
            up.Writes.Select(static write => write.Split('/')[^1]).Order(StringComparer.Ordinal));
        Assert.Equal(Quickstart.LoadBalancer, stack.RouteOf("192.0.2.10/32"));
        Assert.Equal(Quickstart.LoadBalancer, stack.RouteOf("192.0.2.11/32"));
        var outputs = stack.Outputs();
        Assert.Equal(
            ["192.0.2.10/32", "192.0.2.11/32"],
            outputs["addresses"].EnumerateArray().Select(static address => address.GetString()));
        Assert.Equal(
            ["203.0.113.64/27", "203.0.113.96/27"],
            outputs["firewallAllow"].EnumerateArray().Select(static cidr => cidr.GetString()));
        Assert.StartsWith("add table inet ovh-iplb\n", outputs["nftables"].GetString(), StringComparison.Ordinal);

        (await stack.UpAsync()).Succeeded().WritesNothing().Says("5 unchanged");
        (await stack.DestroyAsync()).Succeeded();
        Assert.Empty(stack.Resources());
        Assert.Equal(0, stack.Certificates());
    }

    [Fact]
    public async Task Yaml_previews_of_a_drift_what_its_repair_then_does()
    {
        await using var stack = await Quickstart.StartAsync();
        stack.Yaml = await File.ReadAllTextAsync(
            Path.Combine(Paths.Root, Paths.YamlExample, "Pulumi.yaml"),
            TestContext.Current.CancellationToken);
        (await stack.UpAsync()).Succeeded();
        stack.Api.Change(static world => world.Ips.Single(static ip => ip.Ip == "192.0.2.10/32").RoutedTo = null);
        (await stack.RefreshAsync()).Succeeded();

        (await stack.PreviewAsync()).Succeeded().WritesNothing().Says("~ 3 to update");
        (await stack.UpAsync()).Succeeded().Says("~ 3 updated");
    }

    [Fact]
    public async Task Yaml_orders_another_certificate_where_the_names_change()
    {
        await using var stack = await Quickstart.StartAsync();
        stack.Yaml = await File.ReadAllTextAsync(
            Path.Combine(Paths.Root, Paths.YamlExample, "Pulumi.yaml"),
            TestContext.Current.CancellationToken);
        (await stack.UpAsync()).Succeeded();

        stack.Names = ["www.example.com", "example.com", "api.example.com"];
        (await stack.PreviewAsync()).Succeeded().WritesNothing().Says("fqdns[2]: \"api.example.com\"").Says("forces replacement");
        (await stack.UpAsync()).Succeeded().Says("+-1 replaced");
        Assert.Equal(1, stack.Certificates());
    }

    [Fact]
    public async Task A_misspelt_output_in_yaml_is_refused_before_anything_is_done()
    {
        await using var stack = await Quickstart.StartAsync();
        var text = await File.ReadAllTextAsync(
            Path.Combine(Paths.Root, Paths.YamlExample, "Pulumi.yaml"),
            TestContext.Current.CancellationToken);
        stack.Yaml = text.Replace("${first.revision}", "${first.revison}", StringComparison.Ordinal);

        (await stack.UpAsync()).Failed().WritesNothing()
            .Says("resources.live.properties.triggers.first: ${first.revison}: first has no 'revison'; it has autoRefresh, id, ip, ");
    }
}
