using System.Text.Json;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.Certificates;

public sealed class RenewalTests
{
    private const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";
    private static readonly TimeSpan ToRenewal = TimeSpan.FromDays(60);

    [Fact]
    public async Task A_free_certificate_is_renewed_thirty_days_before_it_expires()
    {
        await using var api = await ApiClient.StartAsync();
        var before = await OrderAsync(api);
        var path = $"{Service}/ssl/{before["id"]}";
        api.Simulator.Controls.Advance(ToRenewal - TimeSpan.FromSeconds(1));
        Assert.Equal(before.Text, (await api.GetAsync(path)).Text);
        api.Pass(1);
        var after = (await api.GetAsync(path)).Expect(200);
        Assert.NotEqual(before["fingerprint"].GetString(), after["fingerprint"].GetString());
        Assert.NotEqual(before["serial"].GetString(), after["serial"].GetString());
        Assert.Equal("2026-07-29T12:01:30+00:00", after["expireDate"].GetString());
        Assert.Equal(("web", before["subject"].GetString()), (after["displayName"].GetString(), after["subject"].GetString()));
        Assert.Equal("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);

        api.Simulator.Controls.Advance(ToRenewal);
        Assert.Equal("2026-09-27T12:01:30+00:00", (await api.GetAsync(path))["expireDate"].GetString());
    }

    [Fact]
    public async Task By_knob_a_renewed_certificate_has_a_new_number_that_its_frontends_follow()
    {
        await using var api = await ApiClient.StartAsync();
        var before = await OrderAsync(api);
        var frontend = (await api.GetAsync($"{Service}/http/frontend?port=443")).Numbers.Single();
        (await api.PutAsync($"{Service}/http/frontend/{frontend}", $$"""{"defaultSslId":{{before["id"]}}}""")).Expect(200);
        api.Simulator.Controls.Knobs.RenewalChangesNumber = true;
        api.Simulator.Controls.Advance(ToRenewal);
        var id = Assert.Single((await api.GetAsync($"{Service}/ssl")).Numbers);
        Assert.NotEqual(before["id"].GetInt64(), id);
        (await api.GetAsync($"{Service}/ssl/{before["id"]}")).Expect(404);
        Assert.Equal("web", (await api.GetAsync($"{Service}/ssl/{id}"))["displayName"].GetString());
        Assert.Equal(id, (await api.GetAsync($"{Service}/http/frontend/{frontend}"))["defaultSslId"].GetInt64());
    }

    [Fact]
    public async Task By_knob_a_renewal_loses_the_display_name_and_is_a_pending_change()
    {
        await using var api = await ApiClient.StartAsync();
        var before = await OrderAsync(api);
        api.Simulator.Controls.Knobs.RenewalDropsDisplayName = true;
        api.Simulator.Controls.Knobs.CertificateRaisesPendingChanges = true;
        api.Simulator.Controls.Advance(ToRenewal);
        Assert.Equal(JsonValueKind.Null, (await api.GetAsync($"{Service}/ssl/{before["id"]}"))["displayName"].ValueKind);
        Assert.NotEqual("[]", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task A_renewal_waits_until_the_names_lead_back()
    {
        await using var api = await ApiClient.StartAsync();
        var before = await OrderAsync(api);
        var path = $"{Service}/ssl/{before["id"]}";
        api.Simulator.Controls.SetDns("www.example.com", ["192.0.2.200"]);
        api.Simulator.Controls.Advance(TimeSpan.FromDays(80));
        Assert.Equal(before["fingerprint"].GetString(), (await api.GetAsync(path))["fingerprint"].GetString());
        api.Simulator.Controls.SetDns("www.example.com", ["203.0.113.10"]);
        api.Simulator.Controls.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(before["fingerprint"].GetString(), (await api.GetAsync(path))["fingerprint"].GetString());
    }

    [Fact]
    public async Task A_certificate_whose_names_lead_elsewhere_expires_for_good()
    {
        await using var api = await ApiClient.StartAsync();
        var before = await OrderAsync(api);
        api.Simulator.Controls.SetDns("www.example.com", ["192.0.2.200"]);
        api.Simulator.Controls.Advance(TimeSpan.FromDays(91));
        api.Simulator.Controls.SetDns("www.example.com", ["203.0.113.10"]);
        api.Simulator.Controls.Advance(TimeSpan.FromDays(10));
        Assert.Equal(before.Text, (await api.GetAsync($"{Service}/ssl/{before["id"]}")).Text);
        Assert.Equal([before["id"].GetInt64()], (await api.GetAsync($"{Service}/ssl?expireDate=2026-06-01T00:00:00Z")).Numbers);
    }

    private static async Task<Reply> OrderAsync(ApiClient api)
    {
        api.Simulator.Controls.SetDns("www.example.com", ["203.0.113.10"]);
        (await api.PostAsync($"{Service}/freeCertificate", """{"fqdn":["www.example.com"]}""")).Expect(200);
        api.Pass(90);
        var id = Assert.Single((await api.GetAsync($"{Service}/ssl")).Numbers);
        (await api.PutAsync($"{Service}/ssl/{id}", """{"displayName":"web"}""")).Expect(200);
        return (await api.GetAsync($"{Service}/ssl/{id}")).Expect(200);
    }
}
