using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Previews;

/// <summary>What cannot be is said by the preview, at the property that is wrong.</summary>
public sealed class RefusedMoveTests(SharedDeployment shared) : IClassFixture<SharedDeployment>
{
    [Theory]
    [InlineData("192.0.2.10", "loadbalancer-00000000000000aa", "serviceName", "there is no load balancer loadbalancer-00000000000000aa")]
    [InlineData("192.0.2.130", DefaultWorld.LoadBalancer, "serviceName", "A block stays within its region")]
    [InlineData("203.0.113.10", DefaultWorld.LoadBalancer, "ip", "an address of a load balancer itself")]
    [InlineData("192.0.2.99", DefaultWorld.LoadBalancer, "ip", "there is no 192.0.2.99/32 in this account")]
    public async Task Is_said_before_anything_is_tried(string ip, string serviceName, string property, string words)
    {
        Entry entry = shared.Deployment.Entry("FailoverAttachment", ip);
        RpcException refused = await Assert.ThrowsAsync<RpcException>(() =>
            entry.PreviewCreateAsync(Wire.Of($$"""{ "serviceName": "{{serviceName}}", "ip": "{{ip}}" }""")));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.StartsWith($"{property}: ", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(words, refused.Status.Detail, StringComparison.Ordinal);
    }
}
