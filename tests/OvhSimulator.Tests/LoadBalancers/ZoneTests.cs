using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.LoadBalancers;

public sealed class ZoneTests
{
    private const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";

    [Fact]
    public async Task By_knob_zones_are_called_in_capitals_everywhere()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Knobs.UpperCaseZoneNames = true;
        (await api.PutAsync(Service, """{"sslConfiguration":"modern"}""")).Expect(200);
        (await api.PostAsync($"{Service}/http/frontend", """{"zone":"gra","port":"81"}""")).Expect(400);
        var frontend = (await api.PostAsync(
            $"{Service}/http/frontend",
            """{"zone":"GRA","port":"81","redirectLocation":"https://www.example.com"}"""))
            .Expect(200)["frontendId"].GetInt64();
        Assert.Equal([frontend], (await api.GetAsync($"{Service}/http/frontend?zone=GRA")).Numbers);
        Assert.Equal(2, (await api.GetAsync($"{Service}/http/frontend?zone=all")).Numbers.Count());
        (await api.GetAsync($"{Service}/zone/gra")).Expect(404);
        (await api.PutAsync($"{Service}/quota/GRA", """{"alert":1}""")).Expect(200);
        (await api.PostAsync($"{Service}/refresh", """{"zone":"gra"}""")).Expect(400);
        var task = (await api.PostAsync($"{Service}/refresh", """{"zone":"GRA"}""")).Expect(200)["id"].GetInt64();
        foreach (var path in (string[])
        [
            Service, $"{Service}/zone", $"{Service}/zone/GRA", $"{Service}/natIp", $"{Service}/instancesState", $"{Service}/quota",
            $"{Service}/quota/GRA", $"{Service}/pendingChanges", $"{Service}/task/{task}", $"{Service}/http/frontend/{frontend}",
            "/ipLoadbalancing/availableZones",
        ])
        {
            var text = (await api.GetAsync(path)).Expect(200).Text;
            Assert.Contains("\"GRA\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"gra\"", text, StringComparison.Ordinal);
        }
        api.Pass(20);
        Assert.Equal("""[{"zone":"RBX","number":1}]""", (await api.GetAsync($"{Service}/pendingChanges")).Text);
    }

    [Fact]
    public async Task A_zone_has_the_state_the_knob_says()
    {
        await using var api = await ApiClient.StartAsync();
        api.Simulator.Controls.Knobs.ZoneState = "active";
        Assert.Equal("active", (await api.GetAsync($"{Service}/zone/gra")).Expect(200)["state"].GetString());
    }

    [Fact]
    public async Task Calls_that_were_to_go_are_there_or_gone_by_knob()
    {
        await using var api = await ApiClient.StartAsync();
        Assert.Equal(["bhs", "gra", "rbx", "sbg"], (await api.GetAsync("/ipLoadbalancing/availableZones")).Expect(200).Strings);
        (await api.GetAsync($"{Service}/listNatIp")).Expect(404);
        api.Simulator.Controls.Knobs.AvailableZonesGone = true;
        api.Simulator.Controls.Knobs.ListNatIpAnswers = true;
        (await api.GetAsync("/ipLoadbalancing/availableZones")).Expect(404);
        Assert.Equal(["203.0.113.64/27", "203.0.113.96/27"], (await api.GetAsync($"{Service}/listNatIp")).Expect(200).Strings);
    }
}
