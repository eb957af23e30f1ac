namespace EndToEnd;

/// <summary>
/// Engine, plugin and program are killed in the middle; the next <c>up</c> finishes, and nothing is lost or asked for twice.
/// </summary>
public sealed class KillTests
{
    [Fact]
    public async Task KilledWhileAnIpMoves_TheNextUpJoinsTheMove()
    {
        await using var quickstart = await Quickstart.StartAsync(timeScale: 20);
        quickstart.FailoverIps = ["192.0.2.10"];
        await quickstart.KillUpAtAsync("POST", "/ip/*/move");

        var up = (await quickstart.UpAsync()).Succeeded();

        Assert.Equal(Quickstart.LoadBalancer, quickstart.RouteOf("192.0.2.10/32"));
        Assert.DoesNotContain("POST /ip/192.0.2.10/32/move", up.Writes);
    }

    [Fact]
    public async Task KilledWhileACertificateIsOrdered_TheNextUpWaitsForIt()
    {
        await using var quickstart = await Quickstart.StartAsync(timeScale: 20);
        quickstart.FailoverIps = ["192.0.2.10"];
        quickstart.Names = ["www.example.com"];
        quickstart.Api.SetDns("www.example.com", ["192.0.2.10"]);
        await quickstart.KillUpAtAsync("POST", "*/freeCertificate");

        var up = (await quickstart.UpAsync()).Succeeded();

        Assert.Equal(1, quickstart.Certificates());
        Assert.DoesNotContain(up.Writes, static write => write.EndsWith("/freeCertificate", StringComparison.Ordinal));
    }
}
