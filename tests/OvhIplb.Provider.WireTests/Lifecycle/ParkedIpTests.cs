using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using OvhIplb.Provider.WireTests.Functions;
using OvhSimulator.Ips;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Lifecycle;

/// <summary>A parked IP is known as one, in whichever of three ways the API says so.</summary>
public sealed class ParkedIpTests
{
    public static TheoryData<ParkedRoute> Shapes => [.. Enum.GetValues<ParkedRoute>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Is_attached_and_parked_again(ParkedRoute shape)
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.Knobs.ParkedRoute = shape;
        var entry = deployment.Entry("FailoverAttachment");
        var inputs = Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "192.0.2.10" }""");
        await entry.PreviewCreateAsync(inputs);
        await entry.CreateAsync(inputs);
        Assert.Empty(deployment.Log.Warnings);
        Assert.Equal("created", entry.State.Text("origin"));

        await deployment.NextCommandAsync();
        await entry.DeleteAsync();
        Assert.Null(deployment.World.Read(static world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo));
        await entry.DeleteAsync();
        Assert.Equal(["move", "refresh", "park", "refresh"], deployment.Requests.Select(static request => request.Split('/')[^1]));
        await deployment.Log.LineAsync("192.0.2.10/32 is parked already");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Is_drift_where_it_was_attached(ParkedRoute shape)
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.Knobs.ParkedRoute = shape;
        var entry = deployment.Entry("FailoverAttachment");
        var inputs = Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "192.0.2.10" }""");
        await entry.CreateAsync(inputs);
        deployment.World.Change(static world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo = null);

        await deployment.NextCommandAsync();
        Assert.Equal(["serviceName"], (await entry.RefreshAsync())!.DetailedDiff.Keys);
        Assert.Equal("", entry.State.Text("serviceName"));
        await entry.UpdateAsync(inputs);
        Assert.Equal(DefaultWorld.LoadBalancer, entry.State.Text("serviceName"));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Is_told_by_the_function_and_no_attachment_to_import(ParkedRoute shape)
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.Knobs.ParkedRoute = shape;
        Assert.Null((await deployment.AskAsync("getMoveDestinations", """{ "ip": "192.0.2.10" }""")).Text("routedTo"));
        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            deployment.Entry("FailoverAttachment").ImportAsync($"{DefaultWorld.LoadBalancer}/192.0.2.10/32"));
        Assert.Contains("192.0.2.10/32 is parked, not routed to", refused.Status.Detail, StringComparison.Ordinal);
    }
}
