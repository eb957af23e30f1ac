using OvhSimulator.Control;
using OvhSimulator.Ips;

namespace EndToEnd;

/// <summary>What a stack of twenty IPs costs the API.</summary>
public sealed class CostTests
{
    private const int Count = 20;

    private static readonly string[] Addresses = [.. Enumerable.Range(1, Count).Select(static number => $"198.18.0.{number}")];

    [Fact]
    public async Task Twenty_attachments_cost_one_refresh_and_a_second_look_at_all_of_them_a_few_calls()
    {
        await using var quickstart = await Quickstart.StartAsync();
        Arrange(quickstart);

        var up = (await quickstart.UpAsync()).Succeeded();
        Assert.Equal(Count, up.Writes.Count(static write => write.EndsWith("/move", StringComparison.Ordinal)));
        Assert.Single(up.Writes, static write => write.EndsWith("/refresh", StringComparison.Ordinal));
        Assert.All(Addresses, address => Assert.InRange(CallsAbout(quickstart, address).Count, 1, 4));

        (await quickstart.RefreshAsync()).Succeeded();
        Assert.InRange(quickstart.Api.Find("GET", "*/failover").Count, 1, 8);
        Assert.All(Addresses, address => Assert.Empty(CallsAbout(quickstart, address)));

        (await quickstart.PreviewAsync()).Succeeded();
        Assert.Equal(
            [$"/ipLoadbalancing/{Quickstart.LoadBalancer}/natIp", $"/ipLoadbalancing/{Quickstart.LoadBalancer}/pendingChanges"],
            quickstart.Api.Calls.Select(static call => call.Path).Where(static path => path != "/auth/time").Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<RecordedCall> CallsAbout(Quickstart quickstart, string address)
        => quickstart.Api.Find(path: $"/ip/{address}/*");

    private static void Arrange(Quickstart quickstart)
    {
        quickstart.FailoverIps = Addresses;
        quickstart.Api.Change(static world => world.Ips.AddRange(Addresses.Select(static address => new IpBlock { Ip = $"{address}/32" })));
        quickstart.Api.SetDns("www.example.com", [Addresses[0]]);
        quickstart.Api.SetDns("example.com", [Addresses[0]]);
    }
}
