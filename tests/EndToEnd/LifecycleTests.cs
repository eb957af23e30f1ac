namespace EndToEnd;

/// <summary>The quickstart from nothing to nothing.</summary>
public sealed class LifecycleTests
{
    [Fact]
    public async Task Preview_SaysWhatWillBe_AndWritesNothing()
    {
        await using var quickstart = await Quickstart.StartAsync();

        var preview = (await quickstart.PreviewAsync()).Succeeded().WritesNothing();

        preview.Says("+ 5 to create").Says("[0]: \"192.0.2.10/32\"");
        Assert.False(File.Exists(quickstart.StateFile));
    }

    [Fact]
    public async Task Up_AttachesRefreshesOnceAndOrdersOneCertificate()
    {
        await using var quickstart = await Quickstart.StartAsync();

        var up = (await quickstart.UpAsync()).Succeeded().Says("+ 5 created");

        Assert.Equal(Quickstart.LoadBalancer, quickstart.RouteOf("192.0.2.10/32"));
        Assert.Equal(Quickstart.LoadBalancer, quickstart.RouteOf("192.0.2.11/32"));
        Assert.Equal(1, quickstart.Certificates());
        Assert.Equal(
            [
                "POST /ip/192.0.2.10/32/move",
                "POST /ip/192.0.2.11/32/move",
                $"POST /ipLoadbalancing/{Quickstart.LoadBalancer}/freeCertificate",
                $"POST /ipLoadbalancing/{Quickstart.LoadBalancer}/refresh",
            ],
            up.Writes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Again_ChangesNothing_NeitherHereNorThere()
    {
        await using var quickstart = await Quickstart.StartAsync();
        (await quickstart.UpAsync()).Succeeded();

        (await quickstart.UpAsync()).Succeeded().WritesNothing().Says("5 unchanged");
        (await quickstart.RefreshAsync()).Succeeded().WritesNothing().Says("5 unchanged");
    }

    [Fact]
    public async Task OneMoreName_ReplacesTheCertificate_AndSaysWhy()
    {
        await using var quickstart = await Quickstart.StartAsync();
        (await quickstart.UpAsync()).Succeeded();

        quickstart.Names = ["www.example.com", "example.com", "api.example.com"];
        (await quickstart.PreviewAsync()).Succeeded().WritesNothing()
            .Says("fqdns[2]: \"api.example.com\"").Says("forces replacement").Says("+-1 to replace");
        var up = (await quickstart.UpAsync()).Succeeded().Says("+-1 replaced");

        // The new one is ordered before the old one goes.
        Assert.Equal(1, quickstart.Certificates());
        Assert.Equal("POST", up.Writes[0].Split(' ')[0]);
        Assert.StartsWith($"DELETE /ipLoadbalancing/{Quickstart.LoadBalancer}/ssl/", up.Writes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameNamesSpeltAndOrderedOtherwise_AreNoChange()
    {
        await using var quickstart = await Quickstart.StartAsync();
        (await quickstart.UpAsync()).Succeeded();

        quickstart.Names = ["Example.COM.", "www.example.com"];
        quickstart.FailoverIps = ["192.0.2.10/32", "192.0.2.11"];

        // The IP's spelling is part of the attachment's name in this program, so only the certificate is looked at.
        quickstart.FailoverIps = ["192.0.2.10", "192.0.2.11"];
        (await quickstart.UpAsync()).Succeeded().WritesNothing();
    }

    [Fact]
    public async Task Drift_IsShownUnderTheInput_AndPutRight()
    {
        await using var quickstart = await Quickstart.StartAsync();
        (await quickstart.UpAsync()).Succeeded();
        quickstart.Api.Change(world => world.Ips.Single(static ip => ip.Ip == "192.0.2.11/32").RoutedTo = "ns3001.ip-198-51-100.eu");

        (await quickstart.RefreshAsync()).Succeeded().WritesNothing().Says("serviceName").Says("ns3001.ip-198-51-100.eu");
        (await quickstart.RefreshAsync(expectNoChanges: true)).Succeeded();
        (await quickstart.PreviewAsync()).Succeeded().WritesNothing()
            .Says($"~ serviceName: \"ns3001.ip-198-51-100.eu\" => \"{Quickstart.LoadBalancer}\"");
        var up = (await quickstart.UpAsync()).Succeeded();

        Assert.Equal(Quickstart.LoadBalancer, quickstart.RouteOf("192.0.2.11/32"));
        Assert.Equal(["POST /ip/192.0.2.11/32/move", $"POST /ipLoadbalancing/{Quickstart.LoadBalancer}/refresh"], up.Writes);
        (await quickstart.RefreshAsync(expectNoChanges: true)).Succeeded();
        (await quickstart.PreviewAsync()).Succeeded().Says("unchanged");
    }

    [Fact]
    public async Task Destroy_ParksTheIps_AndRemovesTheCertificate()
    {
        await using var quickstart = await Quickstart.StartAsync();
        (await quickstart.UpAsync()).Succeeded();

        (await quickstart.DestroyAsync()).Succeeded().Says("- 5 deleted");

        Assert.Null(quickstart.RouteOf("192.0.2.10/32"));
        Assert.Null(quickstart.RouteOf("192.0.2.11/32"));
        Assert.Equal(0, quickstart.Certificates());
        Assert.Empty(quickstart.Resources());
    }

    [Fact]
    public async Task Secrets_AreNowhereInClear()
    {
        await using var quickstart = await Quickstart.StartAsync();

        var up = (await quickstart.UpAsync()).Succeeded();

        var state = await File.ReadAllTextAsync(quickstart.StateFile, TestContext.Current.CancellationToken);
        foreach (var secret in new[] { "simulator-application-key", "simulator-application-secret", "simulator-consumer-key" })
        {
            Assert.DoesNotContain(secret, up.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, state, StringComparison.Ordinal);
        }
    }
}
