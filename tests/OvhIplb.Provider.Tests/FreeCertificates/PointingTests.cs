using System.Net;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Provider.Certificates.Free;
using OvhIplb.Provider.Dns;
using OvhIplb.Provider.Tests.LoadBalancers;

namespace OvhIplb.Provider.Tests.FreeCertificates;

public sealed class PointingTests : IDisposable
{
    private const string RightA = "203.0.113.10 or a failover IP (192.0.2.10)";

    private readonly FakeApi _api = Certificates.Known(new FakeApi());

    private readonly RecordingLog _log = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("203.0.113.10")]
    [InlineData("2001:db8::10")]
    [InlineData("203.0.113.10", "192.0.2.10", "2001:db8::10")]
    public async Task The_addresses_of_the_load_balancer_and_of_its_failover_ips_are_right(params string[] addresses)
    {
        _api.Names.On("a.example", addresses);
        Assert.Equal("", await ToldAsync());
    }

    [Theory]
    [InlineData($"a.example A is 192.0.2.200, and should be {RightA}", "192.0.2.200", "2001:db8::10")]
    [InlineData($"a.example A is 192.0.2.200 and 192.0.2.201, and should be {RightA}", "203.0.113.10", "192.0.2.200", "192.0.2.201")]
    [InlineData("a.example AAAA is 2001:db8::99, and should be 2001:db8::10, or no such record", "203.0.113.10", "2001:db8::99")]
    [InlineData(
        $"a.example A is 192.0.2.200, and should be {RightA}; a.example AAAA is 2001:db8::99, and should be 2001:db8::10, or no such "
            + $"record", "192.0.2.200", "2001:db8::99")]
    [InlineData($"a.example has no A or AAAA record, and should have A {RightA}, with or without AAAA 2001:db8::10")]
    public async Task What_is_wrong_is_told_with_what_would_be_right(string told, params string[] addresses)
    {
        _api.Names.On("a.example", addresses);
        Assert.Equal(told, await ToldAsync());
    }

    [Fact]
    public async Task An_alias_that_leads_elsewhere_is_told_with_its_target()
    {
        _api.Names.On("a.example", static () => new NameRecords([FakeNames.Elsewhere], Alias: "shop.example.net"));
        Assert.Equal($"a.example (a CNAME to shop.example.net) A is 192.0.2.200, and should be {RightA}", await ToldAsync());
    }

    [Fact]
    public async Task What_cannot_be_resolved_is_told_with_the_reason_and_not_taken_for_a_name_without_records()
    {
        _api.Names.On("a.example", static () => NameRecords.Unknown("192.0.2.53:53 answered ServerFailure"));
        Assert.Equal("a.example could not be resolved: 192.0.2.53:53 answered ServerFailure", await ToldAsync());
    }

    [Fact]
    public async Task Of_several_names_only_the_wrong_ones_are_told_in_their_order()
    {
        _api.Names.On("b.example", "192.0.2.201").On("z.example", "192.0.2.200");
        Assert.Equal(
            $"b.example A is 192.0.2.201, and should be {RightA}; z.example A is 192.0.2.200, and should be {RightA}",
            await ToldAsync(["z.example", "a.example", "www.a.example", "b.example"]));
    }

    [Fact]
    public async Task Every_address_of_a_block_routed_there_is_right()
    {
        _api.OnService("GET", "/failover", """["198.51.100.0/30","2001:db8:1::/64"]""");
        _api.Names.On("a.example", "198.51.100.3", "2001:db8:1::7").On("www.a.example", "198.51.100.4");
        Assert.Equal(
            "www.a.example A is 198.51.100.4, and should be 203.0.113.10 or a failover IP (198.51.100.0/30)", await ToldAsync(
                ["a.example", "www.a.example"]));
    }

    [Fact]
    public async Task A_block_that_is_on_its_way_counts_where_it_is_awaited()
    {
        _api.Names.On("a.example", "198.51.100.2");
        Assert.Equal($"a.example A is 198.51.100.2, and should be {RightA}", await ToldAsync());
        Assert.Equal("", await ToldAsync(["a.example"], IpBlock.Parse("198.51.100.0/30")));
    }

    [Fact]
    public async Task Where_the_load_balancer_has_no_ipv6_no_such_record_is_right()
    {
        Balancer("203.0.113.10", ipv6: null);
        _api.Names.On("a.example", "203.0.113.10", "2001:db8::10").On("www.a.example");
        Assert.Equal(
            "a.example AAAA is 2001:db8::10, and should be no such record, as the load balancer has no address of that kind; "
            + $"www.a.example has no A or AAAA record, and should have A {RightA}",
            await ToldAsync(["a.example", "www.a.example"]));
    }

    [Fact]
    public async Task Where_there_are_only_failover_ips_the_first_of_them_are_told()
    {
        Balancer("", ipv6: null);
        _api.OnService(
            "GET",
            "/failover",
            """["192.0.2.1/32","192.0.2.2/32","192.0.2.3/32","192.0.2.4/32","192.0.2.5/32","192.0.2.6/32"]""");
        _api.Names.On("a.example", "192.0.2.7").On("b.example", "192.0.2.6");
        Assert.Equal(
            "a.example A is 192.0.2.7, and should be a failover IP (192.0.2.1, 192.0.2.2, 192.0.2.3, 192.0.2.4, 192.0.2.5, …)",
            await ToldAsync(["a.example", "b.example"]));
    }

    [Fact]
    public async Task A_load_balancer_without_any_address_gives_nothing_to_point_to()
    {
        Balancer("", ipv6: null);
        _api.OnService("GET", "/failover", "[]").Names.On("a.example");
        Assert.Equal("a.example has no A or AAAA record, and should have one, once the load balancer has an address", await ToldAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/failover")]
    public async Task Without_the_right_to_see_the_addresses_nobody_is_astray_and_that_is_said_once(string path)
    {
        _api.OnService("GET", path, static () => throw new HttpRequestException("refused", null, HttpStatusCode.Forbidden));
        _api.Names.On("a.example", "192.0.2.200");
        var pointing = new DnsCheck(_api.Session, FreeCertificateId.Of(FakeApi.Service, ["a.example"]), _log);
        Assert.Empty(await pointing.AstrayAsync([], TestContext.Current.CancellationToken));
        Assert.Empty(await pointing.AstrayAsync([], TestContext.Current.CancellationToken));
        Assert.Equal(
            $"the addresses of {FakeApi.Service} may not be seen, so where the names point is not compared with them.",
            Assert.Single(_log.Infos));
        Assert.Empty(_api.Names.Asked);
    }

    private void Balancer(string ipv4, string? ipv6) => _api.OnService(
        "GET", "", $$"""{"serviceName":"{{FakeApi.Service}}","ipLoadbalancing":"{{ipv4}}","ipv4":{{Text(ipv4)}},"ipv6":{{Text(ipv6)}}}""");

    private static string Text(string? value) => string.IsNullOrEmpty(value) ? "null" : $"\"{value}\"";

    private Task<string> ToldAsync() => ToldAsync(["a.example"]);

    private async Task<string> ToldAsync(string[] names, params IpBlock[] awaited)
    {
        var pointing = new DnsCheck(_api.Session, FreeCertificateId.Of(FakeApi.Service, names), _log);
        var told = DnsCheck.Told(await pointing.AstrayAsync(awaited, TestContext.Current.CancellationToken));
        Assert.Equal(names.Length, _api.Names.Asked.TakeLast(names.Length).Distinct().Count());
        Assert.Empty(_log.Infos);
        return told;
    }
}
