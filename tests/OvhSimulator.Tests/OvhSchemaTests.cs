using System.Text.Json;
using OpenApi;
using OvhSimulator.Http;
using OvhSimulator.Tests.Certificates;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests;

/// <summary>
/// Every call the simulator knows of what OVH's documents are about, asked so that it succeeds: ApiClient holds each to them.
/// </summary>
public sealed class OvhSchemaTests
{
    private const string Ip = "/ip/192.0.2.10%2F32";
    private const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";

    [Fact]
    public async Task Every_call_is_answered_as_ovh_declares_it()
    {
        Assert.SkipUnless(OvhDocuments.AreThere, OvhDocuments.Absent);
        var documents = OvhDocuments.Load();
        var routes = SimulatorHost.Api();
        var asked = new HashSet<Route>();
        await using var api = await ApiClient.StartAsync(options => options.Observer += call =>
        {
            if (call.Status == 200 && routes.Find(call.Method, call.Path) is { } route)
            {
                asked.Add(route);
            }
        });
        await AskAboutIpsAsync(api);
        await AskAboutLoadBalancersAsync(api);
        await AskAboutFrontendsAsync(api);
        await AskAboutCertificatesAsync(api);
        await TerminateAsync(api);
        Assert.Empty(routes.All
            .Where(route => !asked.Contains(route) && documents.Any(document => document.Covers(route.Path)))
            .Select(route => $"{route.Method} {route.Path}"));
    }

    private static async Task AskAboutIpsAsync(ApiClient api)
    {
        foreach (var block in (await api.GetAsync("/ip")).Expect(200).Strings)
        {
            (await api.GetAsync($"/ip/{Uri.EscapeDataString(block)}")).Expect(200);
        }
        (await api.GetAsync(
            "/ip?ip=192.0.2.10%2F32&type=failover&routedTo.serviceName=x&description=y&version=4&isAdditionalIp=true&campus=z")).Expect(
                200);
        (await api.PutAsync(Ip, """{"description":"www"}""")).Expect(200);
        (await api.GetAsync($"{Ip}/move")).Expect(200);
        var id = (await api.PostAsync($"{Ip}/move", $$"""{"to":"{{DefaultWorld.LoadBalancer}}"}""")).Expect(200)["taskId"].GetInt64();
        foreach (var status in new[] { "init", "todo", "doing", "done" })
        {
            Assert.Equal(status, (await api.GetAsync($"{Ip}/task/{id}")).Expect(200)["status"].GetString());
            api.Pass(status == "doing" ? 60 : 5);
        }
        (await api.GetAsync($"{Ip}/task?function=genericMoveFloatingIp&status=done")).Expect(200);
        (await api.PostAsync($"{Ip}/park")).Expect(200);
        foreach (var name in (await api.GetAsync("/ip/service")).Expect(200).Strings)
        {
            (await api.GetAsync($"/ip/service/{Uri.EscapeDataString(name)}")).Expect(200);
        }
        (await api.PutAsync("/ip/service/ip-192.0.2.10", """{"description":"www"}""")).Expect(200);
    }

    private static async Task AskAboutLoadBalancersAsync(ApiClient api)
    {
        api.Simulator.Controls.Knobs.ListNatIpAnswers = true;
        (await api.GetAsync("/ipLoadbalancing/availableZones")).Expect(200);
        foreach (var name in (await api.GetAsync("/ipLoadbalancing")).Expect(200).Strings)
        {
            (await api.GetAsync($"/ipLoadbalancing/{name}")).Expect(200);
        }
        (await api.PutAsync(Service, """{"displayName":"front","sslConfiguration":"modern"}""")).Expect(200);
        string[] parts =
        [
            "failover", "natIp", "listNatIp", "instancesState", "status", "serviceInfos", "zone", "zone/gra", "quota", "quota/gra",
            "pendingChanges", "definedFrontends", "definedFarms",
        ];
        foreach (var part in parts)
        {
            (await api.GetAsync($"{Service}/{part}")).Expect(200);
        }
        (await api.PutAsync($"{Service}/quota/gra", """{"alert":1000}""")).Expect(200);
        (await api.PutAsync(
            $"{Service}/serviceInfos",
            """{"renew":{"automatic":true,"deleteAtExpiration":false,"forced":false,"period":1}}""")).Expect(200);
        var id = (await api.PostAsync($"{Service}/refresh", """{"zone":"gra"}""")).Expect(200)["id"].GetInt64();
        foreach (var status in new[] { "todo", "doing", "done" })
        {
            Assert.Equal(status, (await api.GetAsync($"{Service}/task/{id}")).Expect(200)["status"].GetString());
            (await api.GetAsync($"{Service}/instancesState")).Expect(200);
            api.Pass(status == "doing" ? 20 : 5);
        }
        const string Dates = "creationDate.from=2026-01-01T00%3A00%3A00Z&creationDate.to=2027-01-01T00%3A00%3A00Z&doneDate.from=2026-01-01T00%3A00%3A00Z&doneDate.to=2027-01-01T00%3A00%3A00Z";
        Assert.Equal([id], (await api.GetAsync($"{Service}/task?action=refreshIplb&status=done&{Dates}")).Expect(200).Numbers);
    }

    private static async Task AskAboutFrontendsAsync(ApiClient api)
    {
        const string Frontends = $"{Service}/http/frontend";
        const string Body = """{"zone":"all","port":"8080","redirectLocation":"https://example.com","httpHeader":["X-Ip %ci"],"allowedSource":["192.0.2.0/24"]}""";
        var frontend = (await api.PostAsync(Frontends, Body)).Expect(200)["frontendId"].GetInt64();
        foreach (var one in (await api.GetAsync(Frontends)).Expect(200).Numbers)
        {
            (await api.GetAsync($"{Frontends}/{one}")).Expect(200);
        }
        foreach (var farm in (await api.GetAsync($"{Service}/http/farm?zone=all")).Expect(200).Numbers)
        {
            (await api.GetAsync($"{Service}/http/farm/{farm}")).Expect(200);
        }
        (await api.GetAsync($"{Frontends}?zone=all&port=80&defaultFarmId=1&defaultSslId=2")).Expect(200);
        (await api.PutAsync($"{Frontends}/{frontend}", """{"disabled":true,"allowedSource":null}""")).Expect(200);
        (await api.DeleteAsync($"{Frontends}/{frontend}")).Expect(200);
    }

    private static async Task AskAboutCertificatesAsync(ApiClient api)
    {
        var pem = Pem.Ecdsa();
        var upload = JsonSerializer.Serialize(
            new { certificate = pem.Certificate, key = pem.Pkcs8, chain = pem.Certificate, displayName = "own" });
        var own = (await api.PostAsync($"{Service}/ssl", upload)).Expect(200)["id"].GetInt64();
        Assert.Equal("custom", (await api.GetAsync($"{Service}/ssl/{own}")).Expect(200)["type"].GetString());
        api.Simulator.Controls.SetDns("www.example.com", ["203.0.113.10"]);
        (await api.PostAsync($"{Service}/freeCertificate", """{"fqdn":["www.example.com"]}""")).Expect(200);
        api.Pass(90);
        var certificate = Assert.Single((await api.GetAsync(
            $"{Service}/ssl?type=built&fingerprint=%25&serial=%25&expireDate=2030-01-01T00%3A00%3A00Z")).Expect(200).Numbers);
        (await api.GetAsync($"{Service}/ssl/{certificate}")).Expect(200);
        (await api.PutAsync($"{Service}/ssl/{certificate}", """{"displayName":"www"}""")).Expect(200);
        api.Simulator.Controls.SetDns("www.example.com", []);
        Assert.Equal("built_not_routed", (await api.GetAsync($"{Service}/ssl/{certificate}")).Expect(200)["type"].GetString());
        (await api.DeleteAsync($"{Service}/ssl/{certificate}")).Expect(200);
    }

    private static async Task TerminateAsync(ApiClient api)
    {
        foreach (var service in (string[])["/ip/service/ip-192.0.2.10", Service])
        {
            (await api.PostAsync($"{service}/terminate")).Expect(200);
            var token = api.Simulator.Controls.Read(world => world.Ips.Select(ip => ip.TerminationToken)
                .Concat(world.LoadBalancers.Select(loadBalancer => loadBalancer.TerminationToken)).OfType<string>().Single());
            (await api.PostAsync($"{service}/confirmTermination", $$"""{"token":"{{token}}","reason":"OTHER","futureUse":"OTHER"}"""))
                .Expect(200);
        }
    }
}
