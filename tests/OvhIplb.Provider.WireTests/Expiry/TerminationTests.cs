using OvhIplb.Provider.WireTests.Engine;
using OvhIplb.Provider.WireTests.Ownership;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Expiry;

/// <summary>
/// Once OVHcloud has removed a service that was terminated, the API answers 404: a refresh finds that it is gone, and a delete succeeds.
/// </summary>
public sealed class TerminationTests
{
    public static TheoryData<string> Types => Expired.Types;

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_refresh_finds_that_it_is_gone(string type)
    {
        await using var deployment = await Expired.StartAsync();
        var entry = await deployment.CreatedAsync(type);
        Remove(deployment);

        await entry.RefreshAsync();
        if (type == Declared.Attachment)
        {
            // The IP is still in the account, and somewhere else.
            Assert.Equal("", entry.State.Text("serviceName"));
            await entry.DeleteAsync();
            return;
        }

        Assert.Equal("", entry.Id);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_delete_succeeds(string type)
    {
        await using var deployment = await Expired.StartAsync();
        var entry = await deployment.CreatedAsync(type);
        Remove(deployment);

        await entry.DeleteAsync();
        Assert.DoesNotContain(deployment.World.Writes, static call => call.Status is >= 200 and < 300);
    }

    [Fact]
    public async Task So_do_those_of_an_ip_that_is_gone()
    {
        await using var deployment = await Expired.StartAsync();
        var entry = await deployment.CreatedAsync(Declared.Attachment);
        deployment.World.Change(static world => world.Ips.RemoveAll(static ip => ip.Ip == "192.0.2.10/32"));

        await entry.DeleteAsync();
        await entry.RefreshAsync();
        Assert.Equal("", entry.Id);
    }

    private static void Remove(Deployment deployment) => deployment.World.Change(static world =>
    {
        world.LoadBalancers.RemoveAll(static loadBalancer => loadBalancer.ServiceName == DefaultWorld.LoadBalancer);
        world.Ips.Where(static ip => ip.RoutedTo == DefaultWorld.LoadBalancer).ToList().ForEach(static ip => ip.RoutedTo = null);
    });
}
