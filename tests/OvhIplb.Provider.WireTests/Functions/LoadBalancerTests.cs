using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Functions;

/// <summary>What is asked of a load balancer and of failover IPs.</summary>
public sealed class LoadBalancerTests
{
    [Fact]
    public async Task What_it_is()
    {
        await using var deployment = await Deployment.StartAsync();
        var answer = await deployment.AskAsync("getLoadBalancer");
        Assert.Equal(
            Wire.Of("""{ "addresses": ["203.0.113.10", "2001:db8::10"], "ipv4": "203.0.113.10", "ipv6": "2001:db8::10", "state": "ok", "zones": ["gra", "rbx"] }""").Fields,
            answer.Fields.Where(static member => member.Key is "addresses" or "ipv4" or "ipv6" or "state" or "zones").ToDictionary());
        Assert.NotEmpty(answer.Text("offer")!);
        Assert.Equal("intermediate", answer.Text("sslConfiguration"));
        deployment.World.SetState(DefaultWorld.LoadBalancer, "suspended");
        Assert.Equal("suspended", (await deployment.AskAsync("getLoadBalancer")).Text("state"));
    }

    [Fact]
    public async Task Whether_its_instances_run()
    {
        await using var deployment = await Deployment.StartAsync();
        var answer = await deployment.AskAsync("getInstancesState");
        Assert.Equal(("running", "instancesState", true), Told(answer));
        Assert.Equal(
            ["gra", "rbx"],
            answer.Fields["instances"].ListValue.Values.Select(static instance => instance.StructValue.Text("zone")));
        Assert.All(
            answer.Fields["instances"].ListValue.Values,
            static instance => Assert.Equal("running", instance.StructValue.Text("state")));
    }

    /// <summary>The worst decides, and a word nobody has heard of is the worst.</summary>
    [Theory]
    [InlineData("running", "reload", "reload", true)]
    [InlineData("unknown", "running", "unknown", false)]
    [InlineData("unknown", "dead", "dead", false)]
    [InlineData("dead", "melted", "melted", false)]
    public async Task Which_of_its_instances_decides(string one, string other, string all, bool serves)
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.Inject(new Fault
        {
            Path = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/instancesState",
            Count = 2,
            Status = 200,
            Body = $$"""
                [
                  { "internalId": 1, "zone": "rbx", "state": "{{one}}", "lastUpdateDate": "2026-01-01T00:00:00+01:00" },
                  { "internalId": 2, "zone": "gra", "state": "{{other}}", "lastUpdateDate": "2026-01-01T00:00:00+01:00" }
                ]
                """,
        });
        Assert.Equal((all, "instancesState", serves), Told(await deployment.AskAsync("getInstancesState")));
    }

    [Fact]
    public async Task Where_that_call_is_gone_the_status_tells_and_it_is_said()
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.Knobs.InstancesStateGone = true;
        var answer = await deployment.AskAsync("getInstancesState");
        Assert.Equal(("ok", "status", true), Told(answer));
        Assert.Empty(answer.Fields["instances"].ListValue.Values);
    }

    [Fact]
    public async Task Which_failover_ips_are_routed_to_it()
    {
        await using var deployment = await Deployment.StartAsync();
        Assert.Equal(Wire.Of("""{ "ips": [] }"""), await deployment.AskAsync("getFailovers"));
        deployment.World.Change(static world => world.Ips.Where(static ip => ip.Ip is "192.0.2.11/32" or "192.0.2.10/32").ToList()
            .ForEach(static ip => ip.RoutedTo = DefaultWorld.LoadBalancer));
        Assert.Equal(Wire.Of("""{ "ips": ["192.0.2.10/32", "192.0.2.11/32"] }"""), await deployment.AskAsync("getFailovers"));
    }

    [Fact]
    public async Task What_is_pending()
    {
        await using var deployment = await Deployment.StartAsync();
        Assert.Equal(Wire.Of("""{ "pendingChanges": [], "total": 0 }"""), await deployment.AskAsync("getPendingChanges"));
        deployment.World.Change(static world =>
        {
            world.LoadBalancers[0].Zones[0].PendingChanges = 2;
            world.LoadBalancers[0].Zones[1].PendingChanges = 3;
        });
        Assert.Equal(
            Wire.Of("""{ "pendingChanges": [{ "zone": "gra", "number": 2 }, { "zone": "rbx", "number": 3 }], "total": 5 }"""),
            await deployment.AskAsync("getPendingChanges"));
    }

    [Fact]
    public async Task Where_an_ip_may_be_moved()
    {
        await using var deployment = await Deployment.StartAsync();
        var parked = await deployment.AskAsync("getMoveDestinations", """{ "ip": "192.0.2.10" }""");
        Assert.Equal(
            Wire.Of(
                $$"""{ "loadBalancers": ["{{DefaultWorld.LoadBalancer}}"], "others": ["{{DefaultWorld.DedicatedServer}}"] }"""), parked);
        var routed = await deployment.AskAsync("getMoveDestinations", """{ "ip": "192.0.2.12/32" }""");
        Assert.Equal(DefaultWorld.DedicatedServer, routed.Text("routedTo"));
        Assert.Equal(["ip: \"nothing\" is no IP address or block; give an address such as 192.0.2.10 or a block such as 192.0.2.0/28"],
            await deployment.RefusalsAsync("getMoveDestinations", """{ "ip": "nothing" }"""));
    }

    private static (string? State, string? Source, bool IsServing) Told(Struct answer) =>
        (answer.Text("state"), answer.Text("source"), answer.Fields["isServing"].BoolValue);
}
