using DnsClient;

namespace OvhSimulator.Tests.Dns;

public sealed class AnswerTests
{
    [Fact]
    public async Task A_name_has_the_addresses_of_the_table_by_their_kind()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.SetDns("www.example.com", ["192.0.2.10", "192.0.2.11"], ["2001:db8::10"]);
        var answer = await Resolver.AskAsync(api.Simulator, "www.example.com");
        Assert.Equal(["192.0.2.10", "192.0.2.11"], answer.Addresses());
        Assert.All(answer.Answers, record => Assert.Equal(("www.example.com.", 0), (record.DomainName.Value, record.InitialTimeToLive)));
        Assert.Equal(["2001:db8::10"], await Resolver.AddressesAsync(api.Simulator, "www.example.com", QueryType.AAAA));
    }

    [Fact]
    public async Task An_address_is_answered_as_what_it_is()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.SetDns("www.example.com", ["2001:db8::10", "192.0.2.10"]);
        Assert.Equal(["192.0.2.10"], await Resolver.AddressesAsync(api.Simulator, "www.example.com"));
        Assert.Equal(["2001:db8::10"], await Resolver.AddressesAsync(api.Simulator, "www.example.com", QueryType.AAAA));
    }

    [Theory]
    [InlineData("www.example.com", QueryType.AAAA, DnsHeaderResponseCode.NoError)]
    [InlineData("www.example.com", QueryType.MX, DnsHeaderResponseCode.NoError)]
    [InlineData("www.example.com", QueryType.CNAME, DnsHeaderResponseCode.NoError)]
    [InlineData("alias.example.com", QueryType.TXT, DnsHeaderResponseCode.NoError)]
    [InlineData("none.example.com", QueryType.A, DnsHeaderResponseCode.NotExistentDomain)]
    [InlineData("none.example.com", QueryType.AAAA, DnsHeaderResponseCode.NotExistentDomain)]
    [InlineData("none.example.com", QueryType.MX, DnsHeaderResponseCode.NotExistentDomain)]
    public async Task A_name_without_such_records_is_not_a_name_that_does_not_exist(string name, QueryType type, DnsHeaderResponseCode code)
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.SetDnsAlias("alias.example.com", "none.example.com");
        var answer = await Resolver.AskAsync(api.Simulator, name, type);
        Assert.Equal(code, answer.Header.ResponseCode);
        Assert.Empty(answer.Answers);
    }

    [Fact]
    public async Task An_alias_is_answered_with_every_step_and_the_addresses_at_the_end()
    {
        await using var api = await ApiClient.StartAsync();
        var controls = api.Simulator.Controls;
        controls.SetDns("end.example.net", ["192.0.2.10"], ["2001:db8::10"]);
        controls.SetDnsAlias("middle.example.org", "End.example.net.");
        controls.SetDnsAlias("www.example.com", "middle.example.org");
        foreach (var (type, address) in ((QueryType, string)[])[(QueryType.A, "192.0.2.10"), (QueryType.AAAA, "2001:db8::10")])
        {
            var answer = await Resolver.AskAsync(api.Simulator, "www.example.com", type);
            Assert.Equal(["www.example.com. middle.example.org.", "middle.example.org. end.example.net."], answer.Aliases());
            Assert.Equal([address], answer.Addresses());
            Assert.Equal("end.example.net.", answer.Answers[^1].DomainName.Value);
        }
    }

    [Fact]
    public async Task An_alias_of_a_name_that_does_not_exist_says_so()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.SetDnsAlias("www.example.com", "none.example.com");
        var answer = await Resolver.AskAsync(api.Simulator, "www.example.com");
        Assert.Equal(DnsHeaderResponseCode.NotExistentDomain, answer.Header.ResponseCode);
        Assert.Equal(["www.example.com. none.example.com."], answer.Aliases());
    }

    [Fact]
    public async Task Aliases_that_lead_round_in_a_circle_end_after_eight_steps()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.SetDnsAlias("a.example.com", "b.example.com");
        api.Simulator.Controls.SetDnsAlias("b.example.com", "a.example.com");
        api.Simulator.Controls.SetDnsAlias("self.example.com", "self.example.com");
        foreach (var name in (string[])["a.example.com", "self.example.com"])
        {
            var answer = await Resolver.AskAsync(api.Simulator, name);
            Assert.Equal((DnsHeaderResponseCode.NoError, 8), (answer.Header.ResponseCode, answer.Answers.Count));
            Assert.Empty(answer.Addresses());
        }
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(9, 0)]
    public async Task Eight_aliases_one_after_the_other_are_followed(int aliases, int addresses)
    {
        await using var api = await ApiClient.StartAsync();
        for (var i = 0; i < aliases; i++)
        {
            api.Simulator.Controls.SetDnsAlias($"n{i}.example.com", i + 1 < aliases ? $"n{i + 1}.example.com" : "example.com");
        }
        Assert.Equal(addresses, (await Resolver.AddressesAsync(api.Simulator, "n0.example.com")).Count());
    }

    [Fact]
    public async Task Letter_case_does_not_count()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.SetDns("MiXed.example.com.", ["192.0.2.10"]);
        foreach (var name in (string[])["mixed.example.com", "MIXED.EXAMPLE.COM", "mIxEd.eXample.com."])
        {
            Assert.Equal(["192.0.2.10"], await Resolver.AddressesAsync(api.Simulator, name));
        }
    }
}
