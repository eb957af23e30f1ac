using OvhIplb.Api.IpBlocks;
using OvhIplb.Api.Ips;

namespace OvhIplb.Api.Tests.Ips;

/// <summary>Method, path and body of each call, and its answer read.</summary>
public sealed class CallsTests : IDisposable
{
    private const string Root = "https://eu.api.ovh.com/1.0/ip/2001%3Adb8%3A%3A%2F56";

    private static readonly IpBlock Block = IpBlock.Parse("2001:db8::/56");

    private readonly Wire.Api _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Get()
    {
        _api.Transport.Answer(
            """
            {"ip":"2001:DB8::/56","type":"failover","description":null,"routedTo":{"serviceName":"lb"},"country":"fr","organisationId":null,
             "canBeTerminated":true,"isAdditionalIp":true,"regions":["eu-west-gra"]}
            """);
        var ip = await _api.Client.Ips.GetAsync(Block, Cancellation);
        AssertSent("GET", Root);
        Assert.Equal(Block, ip.Block);
        Assert.Equal(IpType.Failover, ip.Type);
        Assert.Equal("lb", ip.RoutedService);
    }

    [Fact]
    public async Task Park_sends_no_body()
    {
        _api.Transport.Answer(
            """
            {"taskId":9,"function":"genericMoveFloatingIp","status":"init","comment":"c","destination":{"serviceName":"lb"},
             "startDate":"2026-01-02T03:04:05+01:00","lastUpdate":null,"doneDate":null}
            """);
        var task = await _api.Client.Ips.ParkAsync(Block, Cancellation);
        AssertSent("POST", Root + "/park");
        Assert.Equal(
            (9, IpTaskFunction.GenericMoveFloatingIp, IpTaskStatus.Init, "c"),
            (task.TaskId, task.Function, task.Status, task.Comment));
        Assert.Equal("lb", task.Destination?.Service);
    }

    [Fact]
    public async Task Tasks()
    {
        _api.Transport.Answer("[9]").Answer("""{"taskId":9,"status":"done"}""");
        Assert.Equal(
            [9],
            await _api.Client.Ips.ListTasksAsync(Block, IpTaskFunction.GenericMoveFloatingIp, IpTaskStatus.Todo, Cancellation));
        Assert.Equal(IpTaskStatus.Done, (await _api.Client.Ips.GetTaskAsync(Block, 9, Cancellation)).Status);
        Assert.Equal(
            ["/task?function=genericMoveFloatingIp&status=todo", "/task/9"], _api.Transport.Requests
                .Select(request => request.Url[Root.Length..]));
    }

    [Fact]
    public async Task Move_destinations()
    {
        _api.Transport.Answer("""{"ipLoadbalancing":[{"service":"lb","nexthop":null}],"vps":[]}""");
        var destinations = await _api.Client.Ips.GetMoveDestinationsAsync(Block, Cancellation);
        AssertSent("GET", Root + "/move");
        Assert.Equal("lb", Assert.Single(destinations.IpLoadbalancing).Service);
    }

    [Fact]
    public async Task Account_behind_the_credentials()
    {
        _api.Transport.Answer(
            """{"account":"ab12345-ovh","method":"account","identities":["urn:v1:eu:identity:account:ab12345-ovh"],"roles":null}""");
        Assert.Equal("ab12345-ovh", (await _api.Client.Authentication.GetDetailsAsync(Cancellation)).Account);
    }

    private void AssertSent(string method, string url)
    {
        var sent = Assert.Single(_api.Transport.Requests);
        Assert.Equal((method, url, ""), (sent.Method, sent.Url, sent.Body));
    }
}
