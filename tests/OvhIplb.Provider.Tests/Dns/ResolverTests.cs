using OvhIplb.Provider.Dns;
using OvhSimulator;
using OvhSimulator.Dns;

namespace OvhIplb.Provider.Tests.Dns;

public sealed class ResolverTests : IAsyncLifetime
{
    private const string Name = "www.example.org";

    private Simulator _simulator = null!;

    private Resolver _resolver = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorHost.StartAsync(new SimulatorOptions(), Cancellation);
        _resolver = new Resolver([_simulator.DnsAddress]);
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData(new[] { "203.0.113.10", "192.0.2.10" }, new[] { "2001:db8::10" })]
    [InlineData(new[] { "203.0.113.10" }, new string[0])]
    [InlineData(new string[0], new[] { "2001:db8::10" })]
    public async Task All_addresses_of_a_name_are_found_of_whichever_kind(string[] a, string[] aaaa)
    {
        _simulator.Controls.SetDns(Name, a, aaaa);
        var records = await _resolver.LookUpAsync(Name, Cancellation);
        AssertAddresses([.. a, .. aaaa], records);
        Assert.Null(records.Alias);
        Assert.Equal(["A", "AAAA"], _simulator.Controls.DnsQueries.Select(static query => query.Type).Order());
        Assert.All(_simulator.Controls.DnsQueries, static query => Assert.Equal(Name, query.Name));
    }

    [Fact]
    public async Task A_name_that_does_not_exist_has_no_addresses_and_that_is_no_failure()
    {
        var records = await _resolver.LookUpAsync("none.example.org", Cancellation);
        AssertAddresses([], records);
        Assert.Null(records.Alias);
    }

    [Fact]
    public async Task An_alias_is_the_name_at_the_end_of_its_chain()
    {
        _simulator.Controls.SetDnsAlias(Name, "middle.example.org");
        _simulator.Controls.SetDnsAlias("middle.example.org", "end.example.org");
        _simulator.Controls.SetDns("end.example.org", ["203.0.113.10"], ["2001:db8::10"]);
        var records = await _resolver.LookUpAsync(Name, Cancellation);
        AssertAddresses(["203.0.113.10", "2001:db8::10"], records);
        Assert.Equal("end.example.org", records.Alias);
    }

    [Fact]
    public async Task An_alias_of_a_name_that_does_not_exist_is_told_all_the_same()
    {
        _simulator.Controls.SetDnsAlias(Name, "none.example.org");
        var records = await _resolver.LookUpAsync(Name, Cancellation);
        AssertAddresses([], records);
        Assert.Equal("none.example.org", records.Alias);
    }

    [Fact]
    public async Task What_an_alias_leads_to_is_asked_for_where_the_answer_does_not_hold_it()
    {
        // The server follows eight aliases, and answers the ninth alone.
        string[] chain = [Name, .. Enumerable.Range(1, 9).Select(static step => $"step-{step}.example.org")];
        foreach ((var alias, var target) in chain.Zip(chain.Skip(1)))
        {
            _simulator.Controls.SetDnsAlias(alias, target);
        }

        _simulator.Controls.SetDns(chain[^1], ["203.0.113.10"], ["2001:db8::10"]);
        var records = await _resolver.LookUpAsync(Name, Cancellation);
        AssertAddresses(["203.0.113.10", "2001:db8::10"], records);
        Assert.Equal(chain[^1], records.Alias);
    }

    [Theory]
    [InlineData(Name)]
    [InlineData("round.example.org")]
    public async Task Aliases_that_lead_round_in_a_circle_are_a_failure_and_no_name_without_addresses(string target)
    {
        _simulator.Controls.SetDnsAlias(Name, target);
        _simulator.Controls.SetDnsAlias("round.example.org", Name);
        var records = await _resolver.LookUpAsync(Name, Cancellation);
        Assert.Equal("its CNAME records form a chain of more than 8, or a circle", records.Failure);
        Assert.Empty(records.Addresses);
    }

    [Fact]
    public async Task A_server_that_cannot_answer_is_named_with_what_it_says()
    {
        _simulator.Controls.Knobs.DnsAnswers = DnsAnswers.ServerFailure;
        var records = await _resolver.LookUpAsync(Name, Cancellation);
        Assert.Equal($"{_simulator.DnsAddress} answered ServerFailure", records.Failure);
        Assert.Empty(records.Addresses);
    }

    [Fact]
    public async Task A_change_is_seen_by_the_next_look()
    {
        _simulator.Controls.SetDns(Name, ["192.0.2.200"]);
        AssertAddresses(["192.0.2.200"], await _resolver.LookUpAsync(Name, Cancellation));
        _simulator.Controls.SetDns(Name, ["203.0.113.10"], ["2001:db8::10"]);
        AssertAddresses(["203.0.113.10", "2001:db8::10"], await _resolver.LookUpAsync(Name, Cancellation));
        _simulator.Controls.SetDns(Name, []);
        AssertAddresses([], await _resolver.LookUpAsync(Name, Cancellation));
    }

    private static void AssertAddresses(string[] expected, NameRecords records)
    {
        Assert.Null(records.Failure);
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            records.Addresses.Select(static address => address.ToString()).Order(StringComparer.Ordinal));
    }
}
