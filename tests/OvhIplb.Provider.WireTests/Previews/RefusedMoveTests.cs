using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Previews;

/// <summary>What cannot be is said by the preview, at the property that is wrong.</summary>
public sealed class RefusedMoveTests(SharedDeployment shared) : IClassFixture<SharedDeployment>
{
    [Theory]
    [InlineData("192.0.2.10", "loadbalancer-00000000000000aa", "serviceName", "there is no load balancer loadbalancer-00000000000000aa")]
    [InlineData("192.0.2.130", DefaultWorld.LoadBalancer, "serviceName", "A block stays within its region")]
    [InlineData("203.0.113.10", DefaultWorld.LoadBalancer, "ip", "an address of a load balancer itself")]
    [InlineData(
        "198.51.100.2",
        DefaultWorld.LoadBalancer,
        "ip",
        "198.51.100.2/32 belongs to the block 198.51.100.0/30 of this account, and only whole blocks can be moved; write 198.51.100.0/30")]
    [InlineData("198.51.100.0/29", DefaultWorld.LoadBalancer, "ip", "It has 198.51.100.0/30 within it; declare each of them")]
    [InlineData("192.0.2.99", DefaultWorld.LoadBalancer, "ip", "there is no 192.0.2.99/32 in this account")]
    public async Task Is_said_before_anything_is_tried(string ip, string serviceName, string property, string words)
    {
        var entry = shared.Deployment.Entry("FailoverAttachment", ip);
        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            entry.PreviewCreateAsync(Wire.Of($$"""{ "serviceName": "{{serviceName}}", "ip": "{{ip}}" }""")));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.StartsWith($"{property}: ", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(words, refused.Status.Detail, StringComparison.Ordinal);
    }

    /// <summary>The engine would say of an absent resource that it does not exist.</summary>
    [Theory]
    [InlineData("198.51.100.2", "198.51.100.2/32 belongs to the block 198.51.100.0/30 of this account")]
    [InlineData("198.51.100.0/29", "It has 198.51.100.0/30 within it")]
    public async Task Is_said_by_an_import(string ip, string words)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            shared.Deployment.Entry("FailoverAttachment", $"imported-{ip}").ImportAsync($"{DefaultWorld.LoadBalancer}/{ip}"));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains(words, refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_of_what_the_account_does_not_have_finds_nothing()
    {
        var entry = shared.Deployment.Entry("FailoverAttachment", "imported-nothing");
        await entry.ImportAsync($"{DefaultWorld.LoadBalancer}/192.0.2.99");
        Assert.Empty(entry.Id);
    }

    /// <summary>The block that an address belongs to is named where the account's may be listed, and else what is known is said.</summary>
    [Theory]
    [InlineData(true, "198.51.100.2/32 belongs to the block 198.51.100.0/30 of this account")]
    [InlineData(false, "there is no 198.51.100.2/32 in this account")]
    public async Task An_address_within_a_block_is_refused_by_the_creation_too(bool mayList, string words)
    {
        await using var deployment = await Deployment.StartAsync();
        if (!mayList)
        {
            deployment.World.Inject(new Fault
            {
                Method = "GET",
                Path = "/ip",
                Status = 403,
                Body = """{ "class": "Client::Forbidden", "message": "User not granted for this request" }"""
            });
        }

        var refused = await Assert.ThrowsAsync<RpcException>(() => deployment.Entry("FailoverAttachment").CreateAsync(
            Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "198.51.100.2" }""")));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.StartsWith($"ip: {words}", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Empty(deployment.World.Writes);
    }
}
