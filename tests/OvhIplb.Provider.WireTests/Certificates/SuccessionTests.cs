using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Tasks;
using OvhSimulator.Worlds;
using Simulated = OvhSimulator.Certificates.Certificate;

namespace OvhIplb.Provider.WireTests.Certificates;

/// <summary>What becomes of a certificate that does not do its work any more, and of the one that is ordered in its place.</summary>
public sealed class SuccessionTests
{
    private const string Balancer = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}";

    private static readonly Struct Inputs = Wire.Of(
        $$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "fqdns": ["www.example.com"] }""");

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task An_adopted_one_stays_however_often_its_repair_is_interrupted(bool isAdopted, bool goes)
    {
        await using var deployment = await StartAsync();
        var entry = await ExpiredAsync(deployment, isAdopted);
        var old = Number(entry);
        deployment.World.FailNextTask(new ForcedFailure("orderFreeCertificate", "blocked"));
        await entry.UpdateAsync(Inputs);
        Assert.Contains("is blocked at OVHcloud", Assert.Single(entry.InitErrors), StringComparison.Ordinal);
        Assert.Equal(isAdopted ? "adopted" : "created", entry.State.Text("origin"));
        Assert.Equal(old, Number(entry));

        deployment.World.Change(static world => world.LoadBalancers[0].Tasks
            .ForEach(static task => task.Status = task.Status == "blocked" ? "cancelled" : task.Status));
        await deployment.NextCommandAsync();
        await entry.UpdateAsync(Inputs);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Equal("created", entry.State.Text("origin"));
        Assert.NotEqual(old, Number(entry));
        Assert.Equal(goes ? 1 : 0, deployment.World.Find("DELETE", $"{Balancer}/ssl/{old}").Count);
    }

    /// <summary>It is removed by the next update that there is, or with the resource.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_a_frontend_uses_is_kept_in_mind_until_it_can_be_deleted(bool byUpdate)
    {
        await using var deployment = await StartAsync();
        var entry = await ExpiredAsync(deployment, isAdopted: false);
        var old = Number(entry);
        deployment.World.Change(world => world.LoadBalancers[0].HttpFrontends[0].DefaultSslId = (long)old);
        await entry.UpdateAsync(Inputs);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Equal($"{old}", Assert.Single(entry.State.Fields["superseded"].ListValue.Values).StringValue);
        Assert.Contains(deployment.Log.Warnings, static line =>
            line.Contains("because the API refuses to delete it", StringComparison.Ordinal)
            && line.Contains("kept in `superseded`", StringComparison.Ordinal)
            && line.Contains("The next update of this resource then deletes it", StringComparison.Ordinal));
        await deployment.NextCommandAsync();
        await entry.RequireSettledAsync(Inputs);
        await entry.RefreshAsync();
        Assert.Empty(entry.InitErrors);

        deployment.World.Change(world => world.LoadBalancers[0].HttpFrontends[0].DefaultSslId = null);
        await deployment.NextCommandAsync();
        if (byUpdate)
        {
            await entry.UpdateAsync(Inputs.With("onDelete", "\"delete\""));
            Assert.False(entry.State.Fields.ContainsKey("superseded"));
            Assert.Equal(Number(entry), Assert.Single(Certificates(deployment)).Id);
        }
        else
        {
            await entry.DeleteAsync();
            Assert.Empty(Certificates(deployment));
        }
    }

    /// <summary>The authority may add names of its own.</summary>
    [Fact]
    public async Task One_with_more_names_than_asked_for_is_known_again_by_its_number_and_once_renewed_by_its_names()
    {
        await using var deployment = await StartAsync();
        var entry = deployment.Entry("FreeCertificate");
        await entry.CreateAsync(Inputs);
        deployment.World.SetDns("example.com", ["203.0.113.10"]);
        deployment.World.Change(static world => world.LoadBalancers[0].Certificates[0].San.Add("example.com"));
        await entry.RefreshAsync();
        deployment.World.Change(static world =>
        {
            var old = world.LoadBalancers[0].Certificates[0];
            world.LoadBalancers[0].Certificates[0] = new()
            {
                Id = 7,
                Fingerprint = "00:07",
                Serial = "7",
                Subject = old.Subject,
                San = old.San,
                ExpireDate = old.ExpireDate
            };
        });
        await deployment.NextCommandAsync();
        Assert.NotNull(await entry.RefreshAsync());
        Assert.Equal(7, Number(entry));

        // Also where it is not known to be live.
        entry.State.Fields["phase"] = Value.ForString("refreshing");
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await entry.UpdateAsync(Inputs);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Empty(deployment.World.Writes);
    }

    /// <summary>A certificate that was not renewed in time, and the command after that was seen.</summary>
    private static async Task<Entry> ExpiredAsync(Deployment deployment, bool isAdopted)
    {
        if (isAdopted)
        {
            await deployment.Entry("FreeCertificate", "theirs").CreateAsync(Inputs);
            await deployment.NextCommandAsync();
        }

        var entry = deployment.Entry("FreeCertificate");
        await entry.CreateAsync(Inputs);
        deployment.World.Change(
            static world => world.LoadBalancers[0].Certificates.ForEach(one => (one.ExpireDate, one.Due) = (world.Now.AddYears(-1), null)));
        await deployment.NextCommandAsync();
        await entry.RefreshAsync();
        Assert.Equal("unrouted", entry.State.Text("phase"));
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        deployment.Log.Clear();
        return entry;
    }

    private static Simulated[] Certificates(Deployment deployment)
        => deployment.World.Read(static world => world.LoadBalancers[0].Certificates.ToArray());

    private static double Number(Entry entry) => entry.State.Fields["certificateId"].NumberValue;

    private static async Task<Deployment> StartAsync()
    {
        var deployment = await Deployment.StartAsync();
        deployment.World.SetDns("www.example.com", ["203.0.113.10"]);
        return deployment;
    }
}
