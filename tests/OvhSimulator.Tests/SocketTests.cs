using System.Net;

namespace OvhSimulator.Tests;

public sealed class SocketTests
{
    [Fact]
    public async Task Only_loopback_listens_and_encoded_slashes_arrive_as_sent()
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Equal((IPAddress.Loopback.ToString(), "/1.0"), (api.Simulator.BaseAddress.Host, api.Simulator.BaseAddress.AbsolutePath));
        (await api.GetAsync("/ip/192.0.2.10%2F32")).Expect(200);
        Assert.Equal("/ip/192.0.2.10%2F32", Assert.Single(api.Simulator.Controls.Calls).Path);
    }

    [Fact]
    public async Task What_does_not_exist_says_so_with_a_query_id()
    {
        await using var api = await ApiClient.StartAsync();
        Assert.NotNull((await api.GetAsync("/vps")).Expect(404).QueryId);
        Assert.NotNull((await api.DeleteAsync("/ip/192.0.2.10")).Expect(404).QueryId);
    }
}
