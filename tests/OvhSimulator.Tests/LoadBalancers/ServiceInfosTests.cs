using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.LoadBalancers;

public sealed class ServiceInfosTests
{
    private const string Path = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/serviceInfos";

    [Fact]
    public async Task A_service_runs_month_by_month_and_its_renewal_can_be_edited()
    {
        await using var api = await ApiClient.StartAsync();
        var infos = (await api.GetAsync(Path)).Expect(200);
        Assert.Equal((DefaultWorld.LoadBalancer, "2026-03-01", "2026-04-01"),
            (infos["domain"].GetString(), infos["creation"].GetString(), infos["expiration"].GetString()));
        (await api.PutAsync(Path, """{"renew":{"deleteAtExpiration":true}}""")).Expect(200);
        (await api.PutAsync(Path, """{"renew":{"automatic":false,"period":"long"}}""")).Expect(400);
        Assert.Equal("""{"automatic":true,"deleteAtExpiration":true,"forced":false,"manualPayment":false,"period":1}""",
            (await api.GetAsync(Path))["renew"].GetRawText());
    }
}
