using System.Text.Json;
using System.Text.Json.Nodes;
using DnsClient;
using OvhSimulator.Dns;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.Dns;

public sealed class AliasTests : IDisposable
{
    private const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";
    private readonly string _directory = Directory.CreateTempSubdirectory("ovh-simulator-").FullName;

    private string StateFile => Path.Combine(_directory, "world.json");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_certificate_is_delivered_for_an_alias_of_a_name_that_leads_to_the_load_balancer()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.SetDnsAlias("www.example.com", "round.example.com");
        api.Simulator.Controls.SetDnsAlias("round.example.com", "www.example.com");
        (await api.PostAsync($"{Service}/freeCertificate", """{"fqdn":["www.example.com"]}""")).Expect(200);
        api.Pass(90);
        Assert.Empty((await api.GetAsync($"{Service}/ssl")).Numbers);
        api.Simulator.Controls.SetDnsAlias("round.example.com", "front.example.com");
        api.Pass(15);
        Assert.Empty((await api.GetAsync($"{Service}/ssl")).Numbers);
        api.Simulator.Controls.SetDns("front.example.com", ["203.0.113.10"], ["2001:db8::10"]);
        api.Pass(15);
        Assert.Single((await api.GetAsync($"{Service}/ssl?type=built")).Numbers);
    }

    [Fact]
    public async Task An_alias_is_set_replaced_and_ended_over_http()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.ControlAsync(HttpMethod.Put, "/dns/Www.example.com", """{"cname":"Api.example.com."}""")).Expect(200);
        Assert.Equal("""{"a":[],"aaaa":[],"cname":"api.example.com"}""", (await Shown(api)).GetRawText());
        Assert.Equal(["192.0.2.11"], await Resolver.AddressesAsync(api.Simulator, "www.example.com"));
        (await api.ControlAsync(HttpMethod.Put, "/dns/www.example.com", """{"a":["192.0.2.10"],"aaaa":[]}""")).Expect(200);
        Assert.Equal(JsonValueKind.Null, (await Shown(api)).GetProperty("cname").ValueKind);
        (await api.ControlAsync(HttpMethod.Put, "/dns/www.example.com", """{"a":[],"cname":"api.example.com"}""")).Expect(200);
        (await api.ControlAsync(HttpMethod.Delete, "/dns/www.example.com")).Expect(200);
        Assert.Equal(
            DnsHeaderResponseCode.NotExistentDomain,
            (await Resolver.AskAsync(api.Simulator, "www.example.com")).Header.ResponseCode);

        static async Task<JsonElement> Shown(ApiClient api) => (await api.ControlAsync(HttpMethod.Get, "/dns"))["www.example.com"];
    }

    [Theory]
    [InlineData("""{"a":["192.0.2.10"],"cname":"api.example.com"}""")]
    [InlineData("""{"aaaa":["2001:db8::10"],"cname":"api.example.com"}""")]
    [InlineData("""{"cname":""}""")]
    [InlineData("""{"cname":"api..example.com"}""")]
    [InlineData("""{"cname":"bücher.example"}""")]
    [InlineData("""{"cname":"a23456789012345678901234567890123456789012345678901234567890abcd.example"}""")]
    public async Task What_is_no_alias_is_refused(string body)
    {
        await using var api = await ApiClient.StartAsync();
        (await api.ControlAsync(HttpMethod.Put, "/dns/www.example.com", body)).Expect(400);
        Assert.Equal(["192.0.2.10"], await Resolver.AddressesAsync(api.Simulator, "www.example.com"));
        Assert.Throws<ArgumentException>(() => new DnsRecords(["192.0.2.10"], [], "api.example.com"));
        Assert.Throws<ArgumentException>(() => api.Simulator.Controls.SetDnsAlias("www.example.com", new string('a', 64)));
    }

    [Fact]
    public async Task An_alias_survives_a_restart()
    {
        await using var first = await ApiClient.StartAsync(options => options.StateFile = StateFile);
        first.Simulator.Controls.SetDnsAlias("www.example.com", "api.example.com");
        await using var second = await ApiClient.StartAsync(options => options.StateFile = StateFile, first.Time);
        Assert.Equal(["192.0.2.11"], await Resolver.AddressesAsync(second.Simulator, "www.example.com"));
    }

    [Fact]
    public async Task A_state_file_from_before_there_were_aliases_is_read()
    {
        var first = await ApiClient.StartAsync(options => options.StateFile = StateFile);
        await first.DisposeAsync();
        await Edit(records => Assert.True(records.Remove("cname")));
        await using var second = await ApiClient.StartAsync(options => options.StateFile = StateFile, first.Time);
        Assert.Equal(["192.0.2.10"], await Resolver.AddressesAsync(second.Simulator, "www.example.com"));
    }

    [Fact]
    public async Task A_state_file_with_an_alias_that_has_addresses_is_named()
    {
        var first = await ApiClient.StartAsync(options => options.StateFile = StateFile);
        await first.DisposeAsync();
        await Edit(records => records["cname"] = "api.example.com");
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => ApiClient.StartAsync(options => options.StateFile = StateFile));
        Assert.Contains(StateFile, error.Message, StringComparison.Ordinal);
    }

    private async Task Edit(Action<JsonObject> edit)
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(StateFile, TestContext.Current.CancellationToken))!;
        foreach (var (_, records) in file["world"]!["dns"]!["records"]!.AsObject())
        {
            edit(records!.AsObject());
        }
        await File.WriteAllTextAsync(StateFile, file.ToJsonString(), TestContext.Current.CancellationToken);
    }
}
