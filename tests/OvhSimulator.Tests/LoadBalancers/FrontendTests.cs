using OvhSimulator.Http;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.LoadBalancers;

public sealed class FrontendTests
{
    private const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";

    private const string Frontends = $"{Service}/http/frontend";

    [Theory]
    [InlineData("80-90")]
    [InlineData("8080,9000-9010,49151")]
    [InlineData("1")]
    public async Task Ports_are_one_a_range_or_a_list(string port)
    {
        await using var api = await ApiClient.StartAsync();
        await DeleteAllAsync(api);
        Assert.Equal(port, (await api.PostAsync(Frontends, $$"""{"zone":"all","port":"{{port}}"}""")).Expect(200)["port"].GetString());
    }

    [Theory]
    [InlineData("90-80")]
    [InlineData("80-80")]
    [InlineData("80-85-90")]
    [InlineData("80,")]
    [InlineData("-80")]
    [InlineData("80, 81")]
    [InlineData("0")]
    [InlineData("40000-49152")]
    [InlineData("80,80")]
    [InlineData("80-90,85")]
    [InlineData("http")]
    [InlineData("")]
    public async Task Other_ports_are_refused(string port)
    {
        await using var api = await ApiClient.StartAsync();
        await DeleteAllAsync(api);
        Assert.Contains(
            "[port]",
            (await api.PostAsync(Frontends, $$"""{"zone":"all","port":"{{port}}"}""")).Expect(400).Text,
            StringComparison.Ordinal);
        Assert.Empty((await api.GetAsync(Frontends)).Numbers);
    }

    [Theory]
    [InlineData("2001:db8::/32")]
    [InlineData("192.0.2.0/33")]
    [InlineData("192.0.2.1/24")]
    [InlineData("10.1")]
    [InlineData("300.1.1.1")]
    [InlineData("everybody")]
    public async Task A_source_is_an_ipv4_block(string source)
    {
        await using var api = await ApiClient.StartAsync();
        foreach (var list in (string[])["allowedSource", "deniedSource", "dedicatedIpfo"])
        {
            Assert.Contains(
                $"[{list}]",
                (await api.PostAsync(Frontends, $$"""{"zone":"all","port":"81","{{list}}":["{{source}}"]}""")).Expect(400).Text,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_address_is_answered_as_its_block()
    {
        await using var api = await ApiClient.StartAsync();
        var frontend = (await api.PostAsync(Frontends, """{"zone":"all","port":"81","allowedSource":["192.0.2.1","198.51.100.0/24"]}"""))
            .Expect(200);
        Assert.Equal(["192.0.2.1/32", "198.51.100.0/24"], frontend["allowedSource"].EnumerateArray().Select(block => block.GetString()));
    }

    /// <summary>As OVH's Terraform provider writes it: every list is there, empty where it is not set.</summary>
    [Fact]
    public async Task An_empty_list_is_none()
    {
        await using var api = await ApiClient.StartAsync();
        const string Body
            = """{"zone":"all","port":"81","allowedSource":[],"deniedSource":["192.0.2.0/24"],"dedicatedIpfo":[],"httpHeader":[]}""";
        var frontend = (await api.PostAsync(Frontends, Body)).Expect(200);
        (await api.PutAsync($"{Frontends}/{frontend["frontendId"]}", """{"allowedSource":["192.0.2.1"],"deniedSource":[]}""")).Expect(200);
        var changed = (await api.GetAsync($"{Frontends}/{frontend["frontendId"]}")).Expect(200);
        Assert.Equal("null", changed["deniedSource"].GetRawText());
        Assert.All((string[])["allowedSource", "dedicatedIpfo", "httpHeader"], list => Assert.Equal("null", frontend[list].GetRawText()));
        (await api.PutAsync($"{Frontends}/{frontend["frontendId"]}", """{"deniedSource":["192.0.2.2"]}""")).Expect(400);
    }

    [Fact]
    public async Task An_unknown_property_is_refused()
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Contains(
            "Unknown body parameter name",
            (await api.PostAsync(Frontends, """{"zone":"all","port":"81","name":"web"}""")).Expect(400).Text,
            StringComparison.Ordinal);
        (await api.PostAsync(Frontends, """{"zone":"all","port":"81","frontendId":1}""")).Expect(400);
        var id = (await api.GetAsync(Frontends)).Numbers.First();
        (await api.PutAsync($"{Frontends}/{id}", """{"name":"web"}""")).Expect(400);
        Assert.Equal("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task What_was_read_can_be_written_back_but_for_what_is_read_only()
    {
        // OVH's control panels write read-only properties back, although the schemas do not allow for it.
        await using var api = await ApiClient.StartAsync(options => options.Observer = null);
        var id = (await api.GetAsync(Frontends)).Numbers.First();
        var frontend = await api.GetAsync($"{Frontends}/{id}");
        (await api.PutAsync($"{Frontends}/{id}", frontend.Text)).Expect(200);
        Assert.Equal(frontend.Text, (await api.GetAsync($"{Frontends}/{id}")).Text);
        (await api.PutAsync($"{Frontends}/{id}", $$"""{"frontendId":{{id + 1}}}""")).Expect(400);
        (await api.PutAsync($"{Frontends}/{id}", """{"vrackNetworkId":1}""")).Expect(400);
    }

    [Theory]
    [InlineData("""{"zone":"all","port":"80"}""")]
    [InlineData("""{"zone":"gra","port":"443"}""")]
    [InlineData("""{"zone":"all","port":"1-100"}""")]
    [InlineData("""{"zone":"rbx","port":"81,440-450","disabled":true}""")]
    public async Task Two_frontends_do_not_listen_on_the_same_port_and_addresses(string body)
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Equal("Client::Conflict", (await api.PostAsync(Frontends, body)).Expect(409)["class"].GetString());
        api.Simulator.Controls.Knobs.PortClash = Refusal.BadRequest;
        (await api.PostAsync(Frontends, body)).Expect(400);
        Assert.Equal(2, (await api.GetAsync(Frontends)).Numbers.Count());
    }

    [Fact]
    public async Task Frontends_may_share_a_port_in_other_zones_or_on_other_addresses()
    {
        await using var api = await ApiClient.StartAsync();
        foreach (var ip in (string[])["192.0.2.10", "192.0.2.11"])
        {
            (await api.PostAsync($"/ip/{ip}/move", $$"""{"to":"{{DefaultWorld.LoadBalancer}}"}""")).Expect(200);
        }
        api.Pass(60);
        (await api.PostAsync(Frontends, """{"zone":"gra","port":"81"}""")).Expect(200);
        var inRbx = (await api.PostAsync(Frontends, """{"zone":"rbx","port":"81"}""")).Expect(200)["frontendId"].GetInt64();
        (await api.PutAsync($"{Frontends}/{inRbx}", """{"zone":"gra"}""")).Expect(409);
        (await api.PutAsync($"{Frontends}/{inRbx}", """{"port":"81-82"}""")).Expect(200);
        (await api.PostAsync(Frontends, """{"zone":"all","port":"8080","dedicatedIpfo":["192.0.2.10"]}""")).Expect(200);
        (await api.PostAsync(Frontends, """{"zone":"all","port":"8080","dedicatedIpfo":["192.0.2.11/32"]}""")).Expect(200);
        (await api.PostAsync(Frontends, """{"zone":"all","port":"8080","dedicatedIpfo":["192.0.2.11/32"]}""")).Expect(409);
        (await api.PostAsync(Frontends, """{"zone":"all","port":"8080"}""")).Expect(409);
    }

    [Fact]
    public async Task Every_defined_farm_can_be_read()
    {
        await using var api = await ApiClient.StartAsync();
        long[] defined = [.. (await api.GetAsync($"{Service}/definedFarms")).Expect(200).Json.EnumerateArray()
            .Select(farm => farm.GetProperty("id").GetInt64())];
        Assert.NotEmpty(defined);
        Assert.Equal(defined, (await api.GetAsync($"{Service}/http/farm?zone=all")).Expect(200).Numbers);
        foreach (var id in defined)
        {
            var farm = (await api.GetAsync($"{Service}/http/farm/{id}")).Expect(200);
            Assert.Equal((id, "all"), (farm["farmId"].GetInt64(), farm["zone"].GetString()));
        }
        Assert.Empty((await api.GetAsync($"{Service}/http/farm?zone=gra")).Expect(200).Numbers);
        Assert.Equal("[]", (await api.GetAsync($"{Service}/definedFarms?vrackNetworkId=1")).Expect(200).Text);
        (await api.GetAsync($"{Service}/http/farm/1")).Expect(404);
    }

    private static async Task DeleteAllAsync(ApiClient api)
    {
        foreach (var id in (await api.GetAsync(Frontends)).Numbers)
        {
            (await api.DeleteAsync($"{Frontends}/{id}")).Expect(200);
        }
    }
}
