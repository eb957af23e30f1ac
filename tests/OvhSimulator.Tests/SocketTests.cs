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

    [Theory]
    [InlineData("/ip/192.0.2.10%252F32", 400)]
    [InlineData("/ip/192.0.2.10/32", 404)]
    [InlineData("/ip/", 404)]
    [InlineData("/ip/service", 200)]
    [InlineData("/IPLOADBALANCING/loadbalancer-0123456789abcdef", 404)]
    [InlineData("/ipLoadbalancing/loadbalancer-0123456789abcdef/PendingChanges", 404)]
    [InlineData("/me", 200)]
    [InlineData("/me/", 404)]
    [InlineData("/Me", 404)]
    [InlineData("//me", 404)]
    public async Task A_path_is_taken_as_sent_and_decoded_once(string path, int status)
    {
        await using var api = await ApiClient.StartAsync();
        (await api.GetAsync(path)).Expect(status);
    }

    [Theory]
    [InlineData("/auth/oauth2/TOKEN")]
    [InlineData("/auth/oauth2/token/")]
    public async Task So_is_that_of_the_token_endpoint(string path)
    {
        await using var api = await ApiClient.StartAsync();
        using var answer = await api.Http
            .PostAsync(new Uri(api.Simulator.BaseAddress, path), content: null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
