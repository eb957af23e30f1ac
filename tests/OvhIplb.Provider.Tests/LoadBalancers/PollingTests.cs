using System.Net;
using OvhIplb.Api.LoadBalancers;

namespace OvhIplb.Provider.Tests.LoadBalancers;

public sealed class PollingTests
{
    [Fact]
    public async Task A_rate_limit_does_not_end_a_wait()
    {
        var api = new FakeApi();
        DateTimeOffset until = api.Time.GetUtcNow().AddMinutes(2);
        api.OnService("GET", "/task/7", () => api.Time.GetUtcNow() < until
            ? throw new HttpRequestException(null, null, HttpStatusCode.TooManyRequests)
            : """{"id":7,"status":"done"}""");

        LoadBalancerTask seen = await api.PassTimeAsync(api.Session.Polling.UntilAsync(
            token => api.Session.Client.LoadBalancers.GetTaskAsync(FakeApi.Service, 7, token),
            static task => task.Status.IsFinal,
            static (_, _) => { },
            TestContext.Current.CancellationToken));

        Assert.Equal(LoadBalancerTaskStatus.Done, seen.Status);
    }
}
