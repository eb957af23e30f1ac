using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.Certificates;

public sealed class FreeCertificateTests
{
    private const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";

    [Fact]
    public async Task Names_that_lead_to_the_load_balancer_get_their_certificate()
    {
        await using var api = await ApiClient.StartAsync();
        await Route(api);
        var task = (await api.PostAsync($"{Service}/freeCertificate", """{"fqdn":["WWW.example.com","example.com"]}""")).Expect(200);
        Assert.Equal(("orderFreeCertificate", "todo"), (task["action"].GetString(), task["status"].GetString()));
        api.Pass(89);
        Assert.Empty((await api.GetAsync($"{Service}/ssl")).Numbers);
        api.Pass(1);
        Assert.Equal("done", (await api.GetAsync($"{Service}/task/{task["id"]}"))["status"].GetString());
        var id = Assert.Single((await api.GetAsync($"{Service}/ssl?type=built")).Numbers);
        var certificate = (await api.GetAsync($"{Service}/ssl/{id}")).Expect(200);
        Assert.Equal("/CN=www.example.com", certificate["subject"].GetString());
        Assert.Equal(["www.example.com", "example.com"], certificate["san"].EnumerateArray().Select(e => e.GetString()));
        Assert.Matches("^([0-9A-F]{2}:){19}[0-9A-F]{2}$", certificate["fingerprint"].GetString());
        Assert.Equal("2026-05-30T12:02:30+00:00", certificate["expireDate"].GetString());
        Assert.Equal([id], (await api.GetAsync($"{Service}/ssl?fingerprint={certificate["fingerprint"].GetString()![..8]}")).Numbers);
        Assert.Empty((await api.GetAsync($"{Service}/ssl?type=custom")).Numbers);
        Assert.Equal("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task An_order_waits_until_every_name_leads_there()
    {
        await using var api = await ApiClient.StartAsync();
        await Route(api);
        var task = (await api.PostAsync($"{Service}/freeCertificate", """{"fqdn":["www.example.com","blog.example.com"]}""")).Expect(200);
        api.Pass(3600);
        Assert.Equal("doing", (await api.GetAsync($"{Service}/task/{task["id"]}"))["status"].GetString());
        Assert.Empty((await api.GetAsync($"{Service}/ssl")).Numbers);
        api.Simulator.Controls.SetDns("blog.example.com", ["192.0.2.10"], ["2001:db8::ffff"]);
        api.Pass(15);
        Assert.Empty((await api.GetAsync($"{Service}/ssl")).Numbers);
        api.Simulator.Controls.SetDns("blog.example.com", ["203.0.113.10"], ["2001:db8::10"]);
        api.Pass(15);
        Assert.Single((await api.GetAsync($"{Service}/ssl")).Numbers);
    }

    [Fact]
    public async Task A_failover_ip_counts_from_the_moment_it_is_routed()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.PostAsync($"{Service}/freeCertificate", """{"fqdn":["www.example.com"]}""")).Expect(200);
        api.Pass(90);
        Assert.Empty((await api.GetAsync($"{Service}/ssl")).Numbers);
        await Route(api);
        api.Pass(15);
        Assert.Single((await api.GetAsync($"{Service}/ssl")).Numbers);
    }

    [Fact]
    public async Task A_certificate_whose_name_moves_away_is_not_routed_any_more()
    {
        await using var api = await ApiClient.StartAsync();
        await Deliver(api);
        var id = Assert.Single((await api.GetAsync($"{Service}/ssl?type=built")).Numbers);
        api.Simulator.Controls.SetDns("www.example.com", ["192.0.2.200"]);
        Assert.Equal("built_not_routed", (await api.GetAsync($"{Service}/ssl/{id}"))["type"].GetString());
        api.Simulator.Controls.SetDns("www.example.com", ["192.0.2.10"]);
        Assert.Equal("built", (await api.GetAsync($"{Service}/ssl/{id}"))["type"].GetString());
        (await api.PostAsync("/ip/192.0.2.10/park")).Expect(200);
        api.Pass(30);
        Assert.Equal([id], (await api.GetAsync($"{Service}/ssl?type=built_not_routed")).Numbers);
    }

    [Fact]
    public async Task A_built_certificate_can_be_renamed_and_deleted_unless_the_knob_refuses()
    {
        await using var api = await ApiClient.StartAsync();
        await Deliver(api);
        var id = Assert.Single((await api.GetAsync($"{Service}/ssl")).Numbers);
        (await api.PutAsync($"{Service}/ssl/{id}", """{"displayName":"web"}""")).Expect(200);
        Assert.Equal("web", (await api.GetAsync($"{Service}/ssl/{id}"))["displayName"].GetString());
        api.Simulator.Controls.Knobs.RefuseDeleteOfBuiltCertificate = true;
        (await api.DeleteAsync($"{Service}/ssl/{id}")).Expect(403);
        api.Simulator.Controls.Knobs.RefuseDeleteOfBuiltCertificate = false;
        var frontend = (await api.GetAsync($"{Service}/http/frontend?port=443")).Numbers.Single();
        (await api.PutAsync($"{Service}/http/frontend/{frontend}", $$"""{"defaultSslId":{{id}}}""")).Expect(200);
        (await api.DeleteAsync($"{Service}/ssl/{id}")).Expect(400);
        (await api.PutAsync($"{Service}/http/frontend/{frontend}", """{"defaultSslId":null}""")).Expect(200);
        (await api.DeleteAsync($"{Service}/ssl/{id}")).Expect(200);
        (await api.GetAsync($"{Service}/ssl/{id}")).Expect(404);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""["*.example.com"]""")]
    [InlineData("""["192.0.2.10"]""")]
    [InlineData("""["localhost"]""")]
    [InlineData("""["a..example.com"]""")]
    [InlineData("""["-a.example.com"]""")]
    [InlineData("""["www.example.com","WWW.example.com"]""")]
    [InlineData("\"www.example.com\"")]
    [InlineData("null")]
    public async Task Names_no_certificate_is_issued_for_are_refused(string fqdn)
    {
        await using var api = await ApiClient.StartAsync();
        (await api.PostAsync($"{Service}/freeCertificate", $$"""{"fqdn":{{fqdn}}}""")).Expect(400);
        Assert.Empty((await api.GetAsync($"{Service}/task")).Numbers);
    }

    [Theory]
    [InlineData(100, 200)]
    [InlineData(101, 400)]
    public async Task A_certificate_holds_a_hundred_names(int count, int status)
    {
        await using var api = await ApiClient.StartAsync();
        var names = string.Join(',', Enumerable.Range(0, count).Select(i => $"\"n{i}.example.com\""));
        (await api.PostAsync($"{Service}/freeCertificate", $$"""{"fqdn":[{{names}}]}""")).Expect(status);
    }

    [Fact]
    public async Task By_knob_an_order_is_refused_or_fails_where_a_name_leads_elsewhere()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Knobs.RefuseNamesNotPointing = true;
        (await api.PostAsync($"{Service}/freeCertificate", """{"fqdn":["blog.example.com"]}""")).Expect(400);
        api.Simulator.Controls.Knobs.RefuseNamesNotPointing = false;
        api.Simulator.Controls.Knobs.FailOrdersNotPointing = true;
        var task = (await api.PostAsync($"{Service}/freeCertificate", """{"fqdn":["blog.example.com"]}""")).Expect(200);
        api.Pass(90);
        Assert.Equal("error", (await api.GetAsync($"{Service}/task/{task["id"]}"))["status"].GetString());
    }

    [Theory]
    [InlineData("""["*.example.com"]""")]
    [InlineData("""["www.example.com","www.example.com"]""")]
    public async Task By_knob_an_order_of_bad_names_fails_later(string fqdn)
    {
        await using var api = await ApiClient.StartAsync();
        await Route(api);
        api.Simulator.Controls.Knobs.FailOrdersOfBadNames = true;
        var task = (await api.PostAsync($"{Service}/freeCertificate", $$"""{"fqdn":{{fqdn}}}""")).Expect(200);
        api.Pass(90);
        Assert.Equal("error", (await api.GetAsync($"{Service}/task/{task["id"]}"))["status"].GetString());
        Assert.Empty((await api.GetAsync($"{Service}/ssl")).Numbers);
        (await api.PostAsync($"{Service}/freeCertificate", """{"fqdn":[]}""")).Expect(400);
    }

    [Fact]
    public async Task By_knob_a_delivered_certificate_is_a_pending_change()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Knobs.CertificateRaisesPendingChanges = true;
        await Deliver(api);
        Assert.NotEqual("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task By_knob_a_certificate_in_use_is_deleted_from_its_frontend_too()
    {
        await using var api = await ApiClient.StartAsync();
        await Deliver(api);
        var id = Assert.Single((await api.GetAsync($"{Service}/ssl")).Numbers);
        var frontend = (await api.GetAsync($"{Service}/http/frontend?port=443")).Numbers.Single();
        (await api.PutAsync($"{Service}/http/frontend/{frontend}", $$"""{"defaultSslId":{{id}}}""")).Expect(200);
        api.Simulator.Controls.Knobs.AllowDeleteOfUsedCertificate = true;
        (await api.DeleteAsync($"{Service}/ssl/{id}")).Expect(200);
        Assert.Equal("null", (await api.GetAsync($"{Service}/http/frontend/{frontend}"))["defaultSslId"].GetRawText());
    }

    [Fact]
    public async Task By_knob_a_certificate_has_no_type()
    {
        await using var api = await ApiClient.StartAsync();
        await Deliver(api);
        api.Simulator.Controls.Knobs.CertificateTypeIsNull = true;
        var id = Assert.Single((await api.GetAsync($"{Service}/ssl")).Numbers);
        Assert.Equal("null", (await api.GetAsync($"{Service}/ssl/{id}"))["type"].GetRawText());
        Assert.Empty((await api.GetAsync($"{Service}/ssl?type=built")).Numbers);
    }

    /// <summary>A certificate for www.example.com, which leads to the load balancer.</summary>
    private static async Task Deliver(ApiClient api)
    {
        await Route(api);
        (await api.PostAsync($"{Service}/freeCertificate", """{"fqdn":["www.example.com"]}""")).Expect(200);
        api.Pass(90);
    }

    private static async Task Route(ApiClient api)
    {
        (await api.PostAsync("/ip/192.0.2.10/move", $$"""{"to":"{{DefaultWorld.LoadBalancer}}"}""")).Expect(200);
        api.Pass(60);
    }
}
