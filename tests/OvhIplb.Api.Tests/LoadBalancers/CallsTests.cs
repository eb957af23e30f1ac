using OvhIplb.Api.LoadBalancers;

namespace OvhIplb.Api.Tests.LoadBalancers;

/// <summary>Method, path and body of each call, and its answer read.</summary>
public sealed class CallsTests : IDisposable
{
    private const string Root = "https://eu.api.ovh.com/1.0/ipLoadbalancing/lb";

    private readonly Wire.Api _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private LoadBalancerCalls Calls => _api.Client.LoadBalancers;

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Get()
    {
        _api.Transport.Answer(
            """
            {"serviceName":"lb","ipLoadbalancing":"198.51.100.1","ipv4":"198.51.100.1","ipv6":"2001:db8::1","displayName":null,"sslConfiguration":null,
             "state":"ok","offer":"lb1","zone":["gra","rbx"],"orderableZone":[],"vrackEligibility":true,"vrackName":null,"metricsToken":null}
            """);
        var loadBalancer = await Calls.GetAsync("lb", Cancellation);
        AssertSent("GET", Root, "");
        Assert.Equal("198.51.100.1", loadBalancer.IpLoadbalancing);
        Assert.Equal(LoadBalancerState.Ok, loadBalancer.State);
        Assert.Equal(["gra", "rbx"], loadBalancer.Zones);
        Assert.Null(loadBalancer.SslConfiguration);
        Assert.True(loadBalancer.VrackEligibility);
    }

    [Fact]
    public async Task Refresh_of_all_zones_sends_an_empty_object()
    {
        _api.Transport.Answer("""{"id":5,"action":"refreshIplb","status":"todo","progress":0,"creationDate":"2026-01-02T03:04:05+01:00","doneDate":null,"zones":["gra"]}""");
        var task = await Calls.RefreshAsync("lb", null, Cancellation);
        AssertSent("POST", Root + "/refresh", "{}");
        Assert.Equal(5, task.Id);
        Assert.Null(task.DoneDate);
    }

    [Fact]
    public async Task Refresh_of_one_zone()
    {
        _api.Transport.Answer("""{"id":5}""");
        await Calls.RefreshAsync("lb", "gra", Cancellation);
        AssertSent("POST", Root + "/refresh", """{"zone":"gra"}""");
    }

    [Fact]
    public async Task Lists()
    {
        _api.Transport.Answer("""["192.0.2.10/32"]""").Answer("""[{"zone":"gra","ip":["10.0.0.0/24"]}]""")
            .Answer("""[{"internalId":1,"zone":"gra","state":"running","lastUpdateDate":"2026-01-02T03:04:05Z"}]""")
            .Answer("""[{"zone":"gra","number":2}]""").Answer("""["gra"]""").Answer("[3]")
            .Answer("""[{"id":4,"type":"http"}]""");
        Assert.Equal("192.0.2.10/32", Assert.Single(await Calls.GetFailoversAsync("lb", Cancellation)).ToString());
        Assert.Equal("10.0.0.0/24", Assert.Single(Assert.Single(await Calls.GetNatIpsAsync("lb", Cancellation)).Blocks).ToString());
        Assert.Equal("running", Assert.Single(await Calls.GetInstancesStateAsync("lb", Cancellation)).State);
        Assert.Equal(2, Assert.Single(await Calls.GetPendingChangesAsync("lb", Cancellation)).Number);
        Assert.Equal(["gra"], await Calls.GetZonesAsync("lb", Cancellation));
        Assert.Equal([3], await Calls.ListTasksAsync("lb", null, LoadBalancerTaskStatus.Doing, Cancellation));
        Assert.Equal(
            new DefinedFrontend { Id = 4, Type = "http" },
            Assert.Single(await Calls.GetDefinedFrontendsAsync("lb", Cancellation)));
        Assert.Equal(
            ["/failover", "/natIp", "/instancesState", "/pendingChanges", "/zone", "/task?status=doing", "/definedFrontends"],
            _api.Transport.Requests.Select(request => request.Url[Root.Length..]));
    }

    [Fact]
    public async Task Get_status()
    {
        _api.Transport.Answer(
            """
            {"service":{"status":"warn"},"frontends":{"total":3,"status":{"ok":1,"warn":2,"error":0,"unknown":0}},
             "farms":{"total":1,"status":{"ok":0,"warn":0,"error":1,"unknown":0}},"servers":null}
            """);
        var status = await Calls.GetStatusAsync("lb", Cancellation);
        AssertSent("GET", Root + "/status", "");
        Assert.Equal(Health.Warn, status.Service.Status);
        Assert.Equal(new ComponentStatus { Total = 3, Status = new HealthCounts { Ok = 1, Warn = 2 } }, status.Frontends);
        Assert.Equal(1, status.Farms.Status.Error);
        Assert.Equal(new ComponentStatus(), status.Servers);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Name_that_would_change_the_path_is_refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Calls.GetAsync(name, Cancellation));
        Assert.Empty(_api.Transport.Requests);
    }

    [Fact]
    public async Task Name_is_encoded()
    {
        _api.Transport.Answer("""{"serviceName":"a/b?c"}""");
        await Calls.GetAsync("a/b?c", Cancellation);
        AssertSent("GET", "https://eu.api.ovh.com/1.0/ipLoadbalancing/a%2Fb%3Fc", "");
    }

    private void AssertSent(string method, string url, string body)
    {
        var sent = Assert.Single(_api.Transport.Requests);
        Assert.Equal((method, url, body), (sent.Method, sent.Url, sent.Body));
    }
}
