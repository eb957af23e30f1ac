using OvhIplb.Testing;

namespace Web.Tests;

/// <summary>The website's stack, deployed for real on a simulated API.</summary>
public sealed class WebsiteTests
{
    private const string LoadBalancer = "loadbalancer-0123456789abcdef";

    [Fact]
    public async Task Up_serves_the_names_from_the_load_balancer_and_again_changes_nothing()
    {
        await using var stack = await OfflineStack.StartAsync("Website", TestContext.Current.CancellationToken);

        var up = (await stack.UpAsync()).EnsureSucceeded();

        Assert.Equal($"{LoadBalancer}/192.0.2.10/32", up.Resource("192.0.2.10").Id);
        Assert.Equal("192.0.2.10/32", up.Outputs["address"].GetString());
        Assert.Contains($"POST /ipLoadbalancing/{LoadBalancer}/freeCertificate", up.Writes);
        Assert.Empty((await stack.UpAsync()).EnsureSucceeded().Writes);
    }

    [Fact]
    public async Task An_ip_that_somebody_moved_away_is_seen_and_moved_back()
    {
        await using var stack = await OfflineStack.StartAsync("Website", TestContext.Current.CancellationToken);
        (await stack.UpAsync()).EnsureSucceeded();

        stack.Api.Change(world => world.Ips.Single(ip => ip.Ip == "192.0.2.10/32").RoutedTo = "ns3001.ip-198-51-100.eu");
        var refresh = (await stack.RefreshAsync()).EnsureSucceeded();
        Assert.Contains($"serviceName: \"{LoadBalancer}\" => \"ns3001.ip-198-51-100.eu\"", refresh.Output, StringComparison.Ordinal);
        // The certificate as well: its names no longer lead to the load balancer.
        Assert.Equal(2, refresh.Steps.Updated);
        Assert.Empty(refresh.Writes);

        var up = (await stack.UpAsync()).EnsureSucceeded();
        Assert.Equal("POST /ip/192.0.2.10/32/move", up.Writes[0]);
        Assert.Equal(LoadBalancer, stack.Api.Read(world => world.Ips.Single(ip => ip.Ip == "192.0.2.10/32").RoutedTo));
    }

    [Fact]
    public async Task A_preview_names_the_record_that_points_elsewhere()
    {
        await using var stack = await OfflineStack.StartAsync("Website", TestContext.Current.CancellationToken);
        stack.Api.SetDns("www.example.com", ["192.0.2.200"]);

        var preview = (await stack.PreviewAsync()).EnsureSucceeded();

        Assert.Contains("www.example.com", preview.Output, StringComparison.Ordinal);
        Assert.Contains("192.0.2.200", preview.Output, StringComparison.Ordinal);
        Assert.Equal(3, preview.Steps.Created);
        Assert.Empty(preview.Writes);
    }

    [Fact]
    public async Task One_more_name_replaces_the_certificate_and_destroy_leaves_nothing()
    {
        await using var stack = await OfflineStack.StartAsync("Website", TestContext.Current.CancellationToken);
        (await stack.UpAsync()).EnsureSucceeded();

        stack.Api.SetDns("api.example.com", ["192.0.2.10"]);
        stack.Configuration["names"] = new[] { "www.example.com", "example.com", "api.example.com" };
        var up = (await stack.UpAsync()).EnsureSucceeded();
        Assert.Equal(1, up.Steps.Replaced);
        Assert.Equal(3, up.Resource("web").Outputs["fqdns"].GetArrayLength());

        var destroy = (await stack.DestroyAsync()).EnsureSucceeded();
        Assert.Empty(destroy.Resources);
        Assert.Null(stack.Api.Read(world => world.Ips.Single(ip => ip.Ip == "192.0.2.10/32").RoutedTo));
    }
}
