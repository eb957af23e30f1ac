namespace OvhSimulator.Tests.Ips;

public sealed class IpServiceTests
{
    [Fact]
    public async Task Additional_ips_have_names_that_lead_to_them()
    {
        await using var api = await ApiClient.StartAsync();
        var names = (await api.GetAsync("/ip/service")).Expect(200).Strings.ToList();
        var ips = new List<string>();
        foreach (var name in names)
        {
            ips.Add((await api.GetAsync($"/ip/service/{Uri.EscapeDataString(name)}")).Expect(200)["ip"].GetString()!);
        }
        Assert.Equal((await api.GetAsync("/ip?isAdditionalIp=true")).Strings, ips);
        Assert.Contains("ip-192.0.2.10", names);
        Assert.Contains("ip-198.51.100.0/30", names);
        (await api.GetAsync("/ip/service/ip-203.0.113.10")).Expect(404);
    }

    [Fact]
    public async Task A_description_is_the_same_by_either_name()
    {
        await using var api = await ApiClient.StartAsync();
        (await api.PutAsync("/ip/service/ip-192.0.2.10", """{"description":"new"}""")).Expect(200);
        Assert.Equal("new", (await api.GetAsync("/ip/192.0.2.10"))["description"].GetString());
        api.Simulator.Controls.SetExpired("192.0.2.10/32", expired: true);
        (await api.GetAsync("/ip/service/ip-192.0.2.10")).Expect(460);
    }
}
