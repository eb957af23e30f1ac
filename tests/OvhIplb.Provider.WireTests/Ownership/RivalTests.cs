using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Ownership;

/// <summary>One IP serves from one load balancer, so two resources that want it on two are refused before they begin to fight.</summary>
public sealed class RivalTests
{
    private static readonly Struct Here = Declared.All[Declared.Attachment].Inputs;

    private static readonly Struct There = Here.With("serviceName", $"\"{DefaultWorld.OverseasLoadBalancer}\"");

    [Fact]
    public async Task Two_resources_that_want_one_ip_on_two_load_balancers()
    {
        await using var deployment = await Deployment.StartAsync();
        var first = deployment.Entry(Declared.Attachment, "first");
        var second = deployment.Entry(Declared.Attachment, "second");
        Assert.Empty((await first.CheckAsync(Here)).Failures);
        var refused = Assert.Single((await second.CheckAsync(There.With("ip", "\"192.0.2.10/32\""))).Failures);
        Assert.Equal("ip", refused.Property);
        Assert.Contains(first.Urn, refused.Reason, StringComparison.Ordinal);

        // Two names for one object are no fight, and neither is what a command before this one declared.
        Assert.Empty((await second.CheckAsync(Here)).Failures);
        await deployment.NextCommandAsync();
        Assert.Empty((await second.CheckAsync(There)).Failures);
    }

    [Fact]
    public async Task A_resource_that_goes_elsewhere_is_no_rival_of_itself()
    {
        await using var deployment = await Deployment.StartAsync();
        var entry = deployment.Entry(Declared.Attachment);
        Assert.Empty((await entry.CheckAsync(Here)).Failures);
        Assert.Empty((await entry.CheckAsync(There)).Failures);
        // What it was checked with first no longer counts.
        Assert.Empty((await deployment.Entry(Declared.Attachment, "two").CheckAsync(There)).Failures);
    }

    [Fact]
    public async Task Two_resources_may_exchange_their_ips()
    {
        await using var deployment = await Deployment.StartAsync();
        var first = deployment.Entry(Declared.Attachment, "first");
        var second = deployment.Entry(Declared.Attachment, "second");
        Assert.Empty((await first.CheckAsync(Here)).Failures);
        Assert.Empty((await second.CheckAsync(There.With("ip", "\"192.0.2.11\""))).Failures);
        await deployment.NextCommandAsync();
        Assert.Empty((await first.CheckAsync(Here.With("ip", "\"192.0.2.11\""))).Failures);
        Assert.Empty((await second.CheckAsync(There)).Failures);
    }

    [Theory]
    [InlineData("serviceName")]
    [InlineData("ip")]
    public async Task What_a_preview_does_not_know_is_no_rival(string unknown)
    {
        await using var deployment = await Deployment.StartAsync();
        Assert.Empty((await deployment.Entry(Declared.Attachment, "first").CheckAsync(Here.With(unknown, $"\"{Wire.Unknown}\""))).Failures);
        Assert.Empty((await deployment.Entry(Declared.Attachment, "second").CheckAsync(There)).Failures);
    }
}
