using OvhSimulator.Tasks;
using OvhSimulator.Worlds;

namespace OvhSimulator.Tests.Tasks;

public sealed class DurationsTests
{
    public static TheoryData<string> All => [.. typeof(Durations).GetProperties().Select(duration => duration.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public Task None_is_negative(string name) => RefuseAsync(name, TimeSpan.FromTicks(-1));

    [Theory]
    [InlineData(nameof(Durations.CertificateRetry))]
    [InlineData(nameof(Durations.RenewalRetry))]
    public Task Nothing_is_tried_again_for_ever_at_the_same_moment(string name) => RefuseAsync(name, TimeSpan.Zero);

    [Fact]
    public async Task All_others_may_be_zero()
    {
        await using var api = await ApiClient.StartAsync(options => options.Durations = new()
        {
            Move = TimeSpan.Zero,
            Park = TimeSpan.Zero,
            Refresh = TimeSpan.Zero,
            Certificate = TimeSpan.Zero,
            CertificateValidity = TimeSpan.Zero,
            RenewalBeforeExpiry = TimeSpan.Zero,
            IpTaskListLag = TimeSpan.Zero,
            IpTaskReadLag = TimeSpan.Zero,
            FinishedTaskKept = TimeSpan.Zero,
        });
        const string Service = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";
        api.Simulator.Controls.SetDns("www.example.com", ["203.0.113.10"]);
        (await api.PostAsync($"{Service}/freeCertificate", """{"fqdn":["www.example.com"]}""")).Expect(200);
        (await api.PostAsync($"{Service}/refresh")).Expect(200);
        (await api.PostAsync("/ip/192.0.2.12/park")).Expect(200);
        api.Pass(7 * 24 * 3600);
        Assert.Null((await api.GetAsync("/ip/192.0.2.12")).Expect(200)["routedTo"].GetProperty("serviceName").GetString());
        Assert.Single((await api.GetAsync($"{Service}/ssl")).Expect(200).Numbers);
        Assert.Empty((await api.GetAsync($"{Service}/task")).Expect(200).Numbers);
    }

    private static async Task RefuseAsync(string name, TimeSpan value)
    {
        var durations = new Durations();
        typeof(Durations).GetProperty(name)!.SetValue(durations, value);
        var refused = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
        {
            await using var api = await ApiClient.StartAsync(options => options.Durations = durations);
        });
        Assert.Equal(name, refused.ParamName);
    }
}
