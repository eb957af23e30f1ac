using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Ips;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Costs;

/// <summary>How many calls of the API twenty attachments cost.</summary>
public sealed class CallCountTests
{
    private const string Balancer = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";

    private static readonly string[] Addresses = [.. Enumerable.Range(1, 20).Select(static number => $"198.18.0.{number}")];

    [Fact]
    public async Task Twenty_that_are_made_at_once_cost_one_refresh_and_four_calls_each_besides_a_shared_look()
    {
        // However busy the machine is, the last one has begun before the first one is done.
        await using var deployment = await StartAsync(TimeSpan.FromMilliseconds(500));
        var entries = await CreateAsync(deployment);

        Assert.All(entries, static entry => Assert.Equal("live", entry.State.Text("phase")));
        Assert.Single(deployment.World.Find("POST", $"{Balancer}/refresh"));
        Assert.All(Addresses, address => Assert.InRange(CallsAbout(deployment, address).Count, 1, 4));

        // One look an interval of 50 ms, however many wait for it; a timer may be a little early.
        var looks = deployment.World.Find("GET", $"{Balancer}/failover");
        Assert.NotEmpty(looks);
        Assert.All(
            looks.Zip(looks.Skip(1)),
            static pair => Assert.True(pair.Second.Time - pair.First.Time > TimeSpan.FromMilliseconds(40)));
    }

    [Fact]
    public async Task Reading_twenty_at_once_costs_a_look_or_two_and_finding_no_difference_costs_none()
    {
        await using var deployment = await StartAsync();
        var entries = await CreateAsync(deployment);

        deployment.World.ClearCalls();
        await Task.WhenAll(entries.Select(static entry => entry.RefreshAsync()));
        Assert.InRange(deployment.World.Calls.Count, 1, 8);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        foreach (var entry in entries)
        {
            await entry.RequireSettledAsync(entry.Inputs);
        }

        Assert.Empty(deployment.World.Calls);
    }

    [Fact]
    public async Task What_is_no_longer_routed_there_is_asked_for_by_itself()
    {
        await using var deployment = await StartAsync();
        var entries = await CreateAsync(deployment);
        deployment.World
            .Change(static world => world.Ips.Find(static ip => ip.Ip == "198.18.0.7/32")!.RoutedTo = DefaultWorld.DedicatedServer);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await Task.WhenAll(entries.Select(static entry => entry.RefreshAsync()));
        Assert.Equal(DefaultWorld.DedicatedServer, entries[6].State.Text("serviceName"));
        Assert.Equal(["GET"], CallsAbout(deployment, "198.18.0.7").Select(static call => call.Method));
        Assert.Empty(CallsAbout(deployment, "198.18.0.8"));
    }

    [Fact]
    public async Task Without_the_right_to_see_the_list_each_is_followed_and_read_by_itself()
    {
        await using var deployment = await StartAsync();
        deployment.World.Inject(new Fault
        {
            Path = $"{Balancer}/failover",
            Count = 1000,
            Status = 403,
            Body = """{"errorCode":"NOT_GRANTED_CALL","httpCode":"403 Forbidden","message":"This call has not been granted"}""",
        });
        var entry = (await CreateAsync(deployment))[0];
        Assert.Equal("live", entry.State.Text("phase"));
        await entry.RefreshAsync();
        Assert.Empty(entry.InitErrors);
        Assert.Equal(DefaultWorld.LoadBalancer, entry.State.Text("serviceName"));
    }

    private static async Task<Deployment> StartAsync(TimeSpan? taskLength = null)
    {
        var deployment = await Deployment.StartAsync(taskLength);
        deployment.World
            .Change(static world => world.Ips.AddRange(Addresses.Select(static address => new IpBlock { Ip = $"{address}/32" })));
        return deployment;
    }

    private static async Task<Entry[]> CreateAsync(Deployment deployment)
    {
        Entry[] entries = [.. Addresses.Select(address => deployment.Entry("FailoverAttachment", address))];
        await Task.WhenAll(entries.Zip(Addresses, static (entry, address) =>
            entry.CreateAsync(Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "{{address}}" }"""))));
        return entries;
    }

    private static IReadOnlyList<RecordedCall> CallsAbout(Deployment deployment, string address)
        => deployment.World.Find(path: $"/ip/{address}/*");
}
