using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Certificates;

/// <summary>Which orders are waited for, and what follows them.</summary>
public sealed class OrderTests
{
    private const string OrderPath = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/freeCertificate";

    private const string RefreshPath = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh";

    /// <summary>Nobody but the plugin itself can tell which names its unfinished order is for.</summary>
    [Fact]
    public async Task An_order_of_ours_that_does_not_end_keeps_nobody_from_ordering_other_names()
    {
        await using var deployment = await StartAsync();
        var old = deployment.Entry("FreeCertificate");
        await old.CreateAsync(Inputs("astray.example.com").With("waitForDns", "false"), timeout: 5);
        Assert.Equal("ordering", old.State.Text("phase"));
        Assert.Empty(old.State.Fields["fqdns"].ListValue.Values);

        await deployment.NextCommandAsync();
        var others = Inputs("www.example.com");
        Assert.Equal(["fqdns"], (await old.DiffAsync((await old.CheckAsync(others)).Inputs)).Replaces);
        var replacement = old.Replacement();
        await replacement.CreateAsync(others);
        Assert.Equal("live", replacement.State.Text("phase"));
        await old.DeleteAsync();
        Assert.Contains(
            deployment.Log.Warnings,
            static line => line.Contains("was ordered and never seen delivered", StringComparison.Ordinal));
        Assert.Equal(2, deployment.World.Find("POST", OrderPath).Count);
    }

    [Theory]
    [InlineData(true, true, 1)]
    [InlineData(true, false, 0)]
    [InlineData(false, true, 0)]
    public async Task It_is_refreshed_where_something_is_pending_and_nobody_else_sees_to_it(
        bool raisesPending,
        bool autoRefresh,
        int refreshes)
    {
        await using var deployment = await StartAsync();
        deployment.World.Knobs.CertificateRaisesPendingChanges = raisesPending;
        var inputs = Inputs("www.example.com").With("autoRefresh", autoRefresh ? "true" : "false");
        var entry = deployment.Entry("FreeCertificate");
        await entry.CreateAsync(inputs);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Equal(refreshes, deployment.World.Find("POST", RefreshPath).Count);
        Assert.Empty(deployment.Log.Warnings);
    }

    /// <summary>What is pending is not of our making then, and is said.</summary>
    [Fact]
    public async Task An_adopted_one_warns_of_what_its_refresh_makes_live()
    {
        await using var deployment = await StartAsync();
        await deployment.Entry("FreeCertificate", "theirs").CreateAsync(Inputs("www.example.com"));
        deployment.World.Change(static world => world.LoadBalancers[0].Zones[0].PendingChanges = 3);
        await deployment.NextCommandAsync();
        await deployment.Entry("FreeCertificate", "ours").CreateAsync(Inputs("www.example.com"));
        Assert.Contains("3 in gra", Assert.Single(deployment.Log.Warnings), StringComparison.Ordinal);
        Assert.Single(deployment.World.Find("POST", RefreshPath));
    }

    [Fact]
    public async Task Of_several_the_one_that_lives_longest_is_adopted()
    {
        await using var deployment = await StartAsync();
        await deployment.Entry("FreeCertificate", "theirs").CreateAsync(Inputs("www.example.com"));
        var longest = deployment.World.Read(static world =>
        {
            var all = world.LoadBalancers[0].Certificates;
            all.Add(Like(all[0], 7, days: 10));
            all.Add(Like(all[0], 8, days: -10));
            return all[1].Id;
        });
        await deployment.NextCommandAsync();
        var ours = deployment.Entry("FreeCertificate", "ours");
        await ours.CreateAsync(Inputs("www.example.com"));
        Assert.Equal(longest, ours.State.Fields["certificateId"].NumberValue);
        Assert.Equal("adopted", ours.State.Text("origin"));
    }

    private static OvhSimulator.Certificates.Certificate Like(OvhSimulator.Certificates.Certificate one, long id, int days) => new()
    {
        Id = id,
        Fingerprint = $"00:0{id}",
        Serial = $"{id}",
        Subject = one.Subject,
        San = one.San,
        ExpireDate = one.ExpireDate.AddDays(days),
    };

    private static Struct Inputs(string name) => Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": ["{{name}}"] }""");

    private static async Task<Deployment> StartAsync()
    {
        var deployment = await Deployment.StartAsync();
        deployment.World.SetDns("www.example.com", ["203.0.113.10"]);
        deployment.World.SetDns("astray.example.com", ["192.0.2.200"]);
        return deployment;
    }
}
