using System.Net;
using System.Net.Sockets;
using DnsClient;
using OvhSimulator.Dns;

namespace OvhSimulator.Tests.Dns;

public sealed class ServerTests
{
    [Fact]
    public async Task It_listens_on_loopback_and_no_more_once_stopped()
    {
        var api = await ApiClient.StartAsync();
        Assert.Equal(IPAddress.Loopback, api.Simulator.DnsAddress.Address);
        using var packets = new Packets(api.Simulator);
        await packets.AskAsync(Packets.Query("example.com"));
        await api.DisposeAsync();
        await Assert.ThrowsAsync<SocketException>(() => packets.AskAsync(Packets.Query("example.com")));
        await api.Simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_port_that_is_taken_or_none_is_named()
    {
        await using var api = await ApiClient.StartAsync();
        var taken = api.Simulator.DnsAddress.Port;
        var error = await Assert.ThrowsAsync<IOException>(() => ApiClient.StartAsync(options => options.DnsPort = taken));
        Assert.Contains($"127.0.0.1:{taken}", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ApiClient.StartAsync(options => options.DnsPort = 65536));
        Assert.Equal(["192.0.2.10"], await Resolver.AddressesAsync(api.Simulator, "example.com"));
    }

    [Fact]
    public async Task Records_change_while_it_runs()
    {
        await using var api = await ApiClient.StartAsync();
        var controls = api.Simulator.Controls;
        Assert.Equal(["192.0.2.10"], await Resolver.AddressesAsync(api.Simulator, "www.example.com"));
        controls.SetDns("www.example.com", ["203.0.113.10"]);
        Assert.Equal(["203.0.113.10"], await Resolver.AddressesAsync(api.Simulator, "www.example.com"));
        controls.SetDnsAlias("www.example.com", "api.example.com");
        Assert.Equal(["192.0.2.11"], await Resolver.AddressesAsync(api.Simulator, "www.example.com"));
        controls.SetDns("www.example.com", []);
        Assert.Equal(
            DnsHeaderResponseCode.NotExistentDomain,
            (await Resolver.AskAsync(api.Simulator, "www.example.com")).Header.ResponseCode);
        controls.Reset();
        Assert.Equal(["192.0.2.10"], await Resolver.AddressesAsync(api.Simulator, "www.example.com"));
    }

    [Fact]
    public async Task It_can_fail_every_query()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.ControlAsync(HttpMethod.Put, "/knobs/dnsAnswers?value=serverFailure")).Expect(200);
        foreach (var name in (string[])["example.com", "none.example.com"])
        {
            Assert.Equal(DnsHeaderResponseCode.ServerFailure, (await Resolver.AskAsync(api.Simulator, name)).Header.ResponseCode);
        }
        api.Simulator.Controls.Knobs.DnsAnswers = DnsAnswers.Normal;
        Assert.Equal(["192.0.2.10"], await Resolver.AddressesAsync(api.Simulator, "example.com"));
    }

    [Fact]
    public async Task It_can_stay_silent()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Knobs.DnsAnswers = DnsAnswers.Silence;
        var impatient = Resolver.For(api.Simulator, options => options.Timeout = TimeSpan.FromMilliseconds(200));
        var error = await Assert.ThrowsAsync<DnsResponseException>(
            () => impatient.QueryAsync("example.com", QueryType.A, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(DnsResponseCode.ConnectionTimeout, error.Code);
        api.Simulator.Controls.Knobs.DnsAnswers = DnsAnswers.Normal;
        Assert.Equal(["192.0.2.10"], await Resolver.AddressesAsync(api.Simulator, "example.com"));
        Assert.Equal(2, api.Simulator.Controls.DnsQueries.Count);
    }

    [Fact]
    public async Task Queries_are_recorded_in_order()
    {
        await using var api = await ApiClient.StartAsync();
        var start = api.Time.GetUtcNow();
        // The world's clock is ahead, the wall clock is not.
        api.Simulator.Controls.Advance(TimeSpan.FromDays(1));
        await Resolver.AskAsync(api.Simulator, "WWW.example.com.", QueryType.AAAA);
        api.Pass(5);
        await Resolver.AskAsync(api.Simulator, "none.example.com");
        using var packets = new Packets(api.Simulator);
        await packets.AskAsync(Packets.Query("example.com", type: 4711));
        await packets.AskAsync(Packets.Query("example.com")[..20]);
        Assert.Equal(
            [new("www.example.com", "AAAA", start), new("none.example.com", "A", start
                .AddSeconds(5)), new("example.com", "TYPE4711", start.AddSeconds(5))],
            api.Simulator.Controls.DnsQueries);
        api.Simulator.Controls.ClearCalls();
        Assert.NotEmpty(api.Simulator.Controls.DnsQueries);
        api.Simulator.Controls.ClearDnsQueries();
        Assert.Empty(api.Simulator.Controls.DnsQueries);
    }

    [Fact]
    public async Task An_observer_can_change_what_is_about_to_be_answered()
    {
        Simulator? simulator = null;
        await using var api = await ApiClient.StartAsync(options => options.DnsObserver = query =>
            simulator!.Controls.SetDns(query.Name, query.Type == "A" ? ["203.0.113.10"] : []));
        simulator = api.Simulator;
        Assert.Equal(["203.0.113.10"], await Resolver.AddressesAsync(simulator, "new.example.com"));
        Assert.Equal(
            DnsHeaderResponseCode.NotExistentDomain,
            (await Resolver.AskAsync(simulator, "new.example.com", QueryType.AAAA)).Header.ResponseCode);
    }

    [Fact]
    public async Task An_observer_that_fails_stands_in_nobodys_way()
    {
        await using var api = await ApiClient.StartAsync(
            options => options.DnsObserver = query => throw new InvalidOperationException(query.Name));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(["192.0.2.10"], await Resolver.AddressesAsync(api.Simulator, "example.com"));
        }
    }
}
