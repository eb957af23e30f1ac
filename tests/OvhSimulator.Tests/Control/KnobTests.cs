using OvhSimulator.Http;
using OvhSimulator.Ips;

namespace OvhSimulator.Tests.Control;

public sealed class KnobTests
{
    [Fact]
    public async Task A_knob_is_a_switch_a_number_a_name_or_a_text()
    {
        await using var api = await ApiClient.StartAsync();
        var knobs = api.Simulator.Controls.Knobs;
        await SetAsync(api, "failInvalidRefreshes", "true", 200);
        await SetAsync(api, "acceptedClockSkewSeconds", "5", 200);
        await SetAsync(api, "parkedRoute", "emptyServiceName", 200);
        await SetAsync(api, "MOVEDURINGMOVE", "400", 200);
        await SetAsync(api, "zoneState", "active", 200);
        Assert.Equal((true, 5, ParkedRoute.EmptyServiceName, Refusal.BadRequest, "active"),
            (knobs.FailInvalidRefreshes, knobs.AcceptedClockSkewSeconds, knobs.ParkedRoute, knobs.MoveDuringMove, knobs.ZoneState));
        var shown = (await api.ControlAsync(HttpMethod.Get, "/knobs")).Expect(200);
        Assert.Equal(("emptyServiceName", 5), (shown["parkedRoute"].GetString(), shown["acceptedClockSkewSeconds"].GetInt64()));
        api.Skew = TimeSpan.FromSeconds(6);
        (await api.GetAsync("/me")).Expect(400);
    }

    [Theory]
    [InlineData("failInvalidRefreshes", "1")]
    [InlineData("acceptedClockSkewSeconds", "many")]
    [InlineData("acceptedClockSkewSeconds", "99999999999999999999")]
    [InlineData("parkedRoute", "sideways")]
    [InlineData("moveDuringMove", "404")]
    [InlineData("nothing", "true")]
    public async Task A_knob_refuses_what_is_none_of_its_values(string name, string value)
    {
        await using var api = await ApiClient.StartAsync();
        var before = (await api.ControlAsync(HttpMethod.Get, "/knobs")).Text;
        await SetAsync(api, name, value, 400);
        Assert.Equal(before, (await api.ControlAsync(HttpMethod.Get, "/knobs")).Text);
    }

    [Fact]
    public void Every_knob_is_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "offline", "OvhSimulator", "README.md"));
        foreach (var knob in typeof(Knobs).GetProperties().Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]))
        {
            Assert.Contains($"`{knob}`", readme, StringComparison.Ordinal);
        }
    }

    private static async Task SetAsync(ApiClient api, string name, string value, int status) =>
        (await api.ControlAsync(HttpMethod.Put, $"/knobs/{name}?value={value}")).Expect(status);
}
