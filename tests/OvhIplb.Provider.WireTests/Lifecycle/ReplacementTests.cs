using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhIplb.Provider.WireTests.Unfinished;
using OvhSimulator.LoadBalancers;
using OvhSimulator.Worlds;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Lifecycle;

/// <summary>What cannot be updated is created anew under the same URN, and then the old object is deleted.</summary>
public sealed class ReplacementTests
{
    private static readonly Struct Attachment = LongWork.All[LongWork.Move].Inputs;

    [Fact]
    public async Task Another_ip_is_moved_and_the_old_one_parked()
    {
        await using var deployment = await Deployment.StartAsync();
        await ReplaceAsync(deployment, "FailoverAttachment", Attachment, Attachment.With("ip", "\"192.0.2.11\""), "ip");
        Assert.Equal(
            [
                "POST /ip/192.0.2.11/32/move",
                $"POST /ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh",
                "POST /ip/192.0.2.10/32/park",
                $"POST /ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh",
            ],
            deployment.Requests);
    }

    [Fact]
    public async Task On_another_load_balancer_the_ip_is_moved_and_then_left_there()
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.Change(static world => world.LoadBalancers[1].Zones.Add(
            new Zone { Name = "gra", InternalId = 1, NatIps = ["203.0.113.192/27"], LastRefresh = world.Now }));
        var other = Attachment.With("serviceName", $"\"{DefaultWorld.OverseasLoadBalancer}\"");
        await ReplaceAsync(deployment, "FailoverAttachment", Attachment, other, "serviceName");
        Assert.Equal(
            DefaultWorld.OverseasLoadBalancer, deployment.World
                .Read(static world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo));
        Assert.Empty(deployment.World.Find("POST", "*/park"));
        Assert.DoesNotContain(deployment.Log.Warnings, static line => line.Contains("still declared", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_set_of_names_is_ordered_and_the_old_certificate_deleted()
    {
        await using var deployment = await Deployment.StartAsync();
        var order = LongWork.All[LongWork.Order];
        order.Arrange(deployment.World);
        deployment.World.SetDns("example.com", ["203.0.113.10"]);
        var changed = order.Inputs.With("fqdns", """["www.example.com", "example.com"]""");
        await ReplaceAsync(deployment, order.Type, order.Inputs, changed, "fqdns[1]");
        Assert.Equal(
            ["example.com", "www.example.com"],
            deployment.World.Read(static world => Assert.Single(world.LoadBalancers[0].Certificates).San.Order().ToArray()));
    }

    private static async Task ReplaceAsync(Deployment deployment, string type, Struct before, Struct after, string path)
    {
        var old = deployment.Entry(type);
        await old.CreateAsync(before);
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();

        var check = await old.CheckAsync(after);
        var diff = await old.DiffAsync(check.Inputs);
        Assert.Equal([path], diff.DetailedDiff.Keys);
        Assert.Equal([path.Split('[')[0]], diff.Replaces);
        Assert.False(diff.DeleteBeforeReplace);
        Assert.Contains(
            diff.DetailedDiff[path].Kind, (PropertyDiff.Types.Kind[])[PropertyDiff.Types.Kind.UpdateReplace, PropertyDiff.Types
                .Kind
                .AddReplace]);

        var replacement = old.Replacement();
        await replacement.CreateAsync(after);
        Assert.NotEqual(old.Id, replacement.Id);
        await old.DeleteAsync();
    }
}
