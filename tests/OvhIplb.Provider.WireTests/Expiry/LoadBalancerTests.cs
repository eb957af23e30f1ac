using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using OvhIplb.Provider.WireTests.Ownership;
using OvhSimulator.Tasks;
using OvhSimulator.Worlds;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Expiry;

/// <summary>On an expired load balancer everything can be refreshed and deleted, and nothing created or updated.</summary>
public sealed class LoadBalancerTests
{
    public static TheoryData<string> Types => Expired.Types;

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_refresh_keeps_the_state_and_warns(string type)
    {
        await using var deployment = await Expired.StartAsync();
        var entry = await deployment.CreatedAsync(type);
        Struct state = entry.State, inputs = entry.Inputs;
        deployment.Expire();

        var diff = await entry.RefreshAsync();
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff!.Changes);
        Assert.Empty(entry.InitErrors);
        Assert.Equal((state, inputs), (entry.State, entry.Inputs));
        var warning = Assert.Single(deployment.Log.Warnings);
        Assert.StartsWith(
            $"{DefaultWorld.LoadBalancer} has expired, so {entry.Id} could not be looked at and its last known state is kept. GET ",
            warning,
            StringComparison.Ordinal);
        Assert.EndsWith(Expired.Advice, warning, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_delete_succeeds(string type)
    {
        await using var deployment = await Expired.StartAsync();
        var entry = await deployment.CreatedAsync(type);
        deployment.Expire();

        await entry.DeleteAsync();
        string[] warnings = [.. deployment.Log.Warnings];
        switch (type)
        {
            case "Refresh":
                Assert.Empty(warnings);
                break;
            case Declared.Attachment:
                // The IP is a service of its own, which has not expired.
                Assert.Equal(
                    "POST /ip/192.0.2.10/32/park",
                    Assert.Single(deployment.Requests, static request => request.Contains("/ip/", StringComparison.Ordinal)));
                Assert.StartsWith(
                    $"192.0.2.10/32 is off {DefaultWorld.LoadBalancer}, but {DefaultWorld.LoadBalancer} could not be refreshed, because "
                        + $"it has expired. ",
                    Assert.Single(warnings), StringComparison.Ordinal);
                break;
            default:
                Assert.StartsWith(
                    $"{DefaultWorld.LoadBalancer} has expired, so {entry.Id} was taken out of the state without being removed there. What "
                        + $"is left of it goes with the service. ",
                    Assert.Single(warnings), StringComparison.Ordinal);
                break;
        }

        Assert.All(warnings, static warning => Assert.DoesNotContain("take it out of the program", warning, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_create_is_warned_of_and_fails_with_what_to_do(string type)
    {
        await using var deployment = await Expired.StartAsync();
        deployment.Expire();
        var entry = deployment.Entry(type);

        await entry.PreviewCreateAsync(Expired.InputsOf(type));
        Assert.Contains("has expired", Assert.Single(deployment.Log.Warnings), StringComparison.Ordinal);
        await Expired.RequireAdviceAsync(() => entry.CreateAsync(Expired.InputsOf(type)));
        Assert.DoesNotContain(deployment.World.Writes, static call => call.Status is >= 200 and < 300);
    }

    [Theory]
    [InlineData("Refresh")]
    [InlineData("CustomCertificate")]
    public async Task An_update_fails_with_what_to_do(string type)
    {
        await using var deployment = await Expired.StartAsync();
        var entry = await deployment.CreatedAsync(type);
        deployment.Expire();

        await entry.PreviewUpdateAsync(Expired.ChangedInputsOf(type));
        await Expired.RequireAdviceAsync(() => entry.UpdateAsync(Expired.ChangedInputsOf(type)));
        deployment.World.SetExpired(DefaultWorld.LoadBalancer, expired: false);
        await entry.UpdateAsync(Expired.ChangedInputsOf(type));
    }

    [Fact]
    public async Task The_repair_of_a_certificate_is_warned_of_and_fails_with_what_to_do()
    {
        await using var deployment = await Expired.StartAsync();
        var entry = await deployment.CreatedAsync(Declared.Certificate);
        deployment.World.SetDns("www.example.com", ["192.0.2.200"]);
        await entry.RefreshAsync();
        Assert.Equal("unrouted", entry.State.Text("phase"));
        deployment.Expire();
        deployment.Log.Clear();

        await entry.PreviewUpdateAsync(entry.Inputs);
        Assert.StartsWith(
            $"{DefaultWorld.LoadBalancer} has expired, so `pulumi up` will fail. ",
            Assert.Single(deployment.Log.Warnings),
            StringComparison.Ordinal);
        await Expired.RequireAdviceAsync(() => entry.UpdateAsync(entry.Inputs));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task What_is_unfinished_stays_unfinished_and_can_be_deleted(string type)
    {
        await using var deployment = await Expired.StartAsync();
        deployment.World.Knobs.CertificateRaisesPendingChanges = true;
        deployment.World.FailNextTask(new ForcedFailure("refreshIplb", "error"));
        var entry = await deployment.CreatedAsync(type);
        Assert.NotEmpty(entry.InitErrors);
        var state = entry.State;
        deployment.Expire();

        await entry.RefreshAsync();
        Assert.Contains("has expired", Assert.Single(entry.InitErrors), StringComparison.Ordinal);
        Assert.EndsWith(Expired.Advice, Assert.Single(entry.InitErrors), StringComparison.Ordinal);
        Assert.Equal(state, entry.State);
        await entry.DeleteAsync();
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task An_import_fails_with_what_to_do(string type)
    {
        await using var deployment = await Expired.StartAsync();
        var entry = await deployment.CreatedAsync(type);
        if (type == Declared.Attachment)
        {
            // Whether an IP is routed here, it tells itself.
            deployment.Expire("192.0.2.10/32");
        }

        deployment.Expire();
        await Expired.RequireAdviceAsync(() => deployment.Entry(type, "two").ImportAsync(entry.Id));
    }

    /// <summary>
    /// The delete is the first half of an update: after it the upload would fail, and a renewed load balancer would still have the old
    /// chain.
    /// </summary>
    [Fact]
    public async Task A_certificate_that_makes_room_for_another_chain_is_not_deleted()
    {
        await using var deployment = await Expired.StartAsync();
        var entry = await deployment.CreatedAsync(Declared.Own);
        await entry.CheckAsync(entry.Inputs.With("chain", Wire.Quoted(OwnCertificate.Sample.Chain)));
        deployment.Expire();

        var failure = await Assert.ThrowsAsync<RpcException>(() => entry.DeleteAsync());
        Assert.Contains("cannot be uploaded with another chain, because", failure.Status.Detail, StringComparison.Ordinal);
        Assert.EndsWith(Expired.Advice, failure.Status.Detail, StringComparison.Ordinal);
    }

    /// <summary>What was moved to another load balancer leaves the expired one.</summary>
    [Fact]
    public async Task An_ip_is_moved_from_it()
    {
        await using var deployment = await Expired.StartAsync();
        deployment.World.Change(
            static world => world.LoadBalancers[1].Zones[0] = new() { Name = "gra", InternalId = 1, NatIps = [], LastRefresh = world.Now });
        var entry = await deployment.CreatedAsync(Declared.Attachment);
        deployment.Expire();

        var successor = entry.Replacement();
        await successor.CreateAsync(entry.Inputs.With("serviceName", Wire.Quoted(DefaultWorld.OverseasLoadBalancer)));
        await entry.DeleteAsync();
        Assert.Equal(
            DefaultWorld.OverseasLoadBalancer,
            deployment.World.Read(static world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo));
    }
}
