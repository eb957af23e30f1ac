using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Lifecycle;

/// <summary>A refresh is done once the instances that it reloads run again, as far as the API tells.</summary>
public sealed class InstancesTests
{
    private const string Path = $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/instancesState";

    private static readonly Struct Inputs = Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}" }""");

    [Theory]
    [InlineData(null, 3)]
    [InlineData("rbx", 1)]
    public async Task Those_of_the_zones_are_waited_for(string? zone, int looks)
    {
        await using var deployment = await Deployment.StartAsync();
        Answer(deployment, 2, "reload");
        var entry = deployment.Entry("Refresh");
        await entry.CreateAsync(zone is null ? Inputs : Inputs.With("zones", $"[\"{zone}\"]"));
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Equal(looks, deployment.World.Find("GET", Path).Count);
        Assert.Equal(
            zone is null,
            deployment.Log.Lines.Any(static line => line.Message.Contains("to reload in gra", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_that_does_not_run_is_warned_of_and_not_waited_for()
    {
        await using var deployment = await Deployment.StartAsync();
        Answer(deployment, 1, "dead");
        var entry = deployment.Entry("Refresh");
        await entry.CreateAsync(Inputs);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Contains(
            deployment.Log.Warnings,
            static warning => warning.Contains("its instance in gra is 'dead'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_they_cannot_be_seen_the_finished_task_is_enough(bool isGone)
    {
        await using var deployment = await Deployment.StartAsync();
        if (isGone)
        {
            deployment.World.Knobs.InstancesStateGone = true;
        }
        else
        {
            deployment.World.Change(static world => world.Credentials[0].Rules.RemoveAll(static rule => rule.Method == "GET"));
            deployment.World.Change(static world => world.Credentials[0].Rules.AddRange(
            [
                new("GET", "/auth/*"), new("GET", "*/task*"), new("GET", "*/pendingChanges"), new("GET", "*/definedFrontends"),
            ]));
        }

        var entry = deployment.Entry("Refresh");
        await entry.CreateAsync(Inputs);
        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
    }

    [Fact]
    public async Task They_are_not_looked_at_where_nobody_waits_for_them()
    {
        await using var deployment = await Deployment.StartAsync();
        await deployment.Entry("Refresh").CreateAsync(Inputs.With("waitForInstances", "false"));
        Assert.Empty(deployment.World.Find("GET", Path));
    }

    [Fact]
    public async Task A_refresh_that_is_done_while_they_still_reload_is_unfinished()
    {
        await using var deployment = await Deployment.StartAsync();
        Answer(deployment, 1000, "reload");
        var entry = deployment.Entry("Refresh");
        await entry.CreateAsync(Inputs, timeout: 5);
        Assert.Contains("after 5 s", Assert.Single(entry.InitErrors), StringComparison.Ordinal);

        await deployment.NextCommandAsync();
        await entry.RefreshAsync();
        Assert.Contains("gra still reloads", Assert.Single(entry.InitErrors), StringComparison.Ordinal);

        deployment.World.ClearFaults();
        await deployment.NextCommandAsync();
        await entry.RefreshAsync();
        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
    }

    private static void Answer(Deployment deployment, int count, string state) => deployment.World.Inject(new Fault
    {
        Path = Path,
        Count = count,
        Status = 200,
        Body = string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            [{"internalId":1,"zone":"gra","state":"{{state}}","lastUpdateDate":"2026-01-01T00:00:00Z"},
             {"internalId":2,"zone":"rbx","state":"running","lastUpdateDate":"2026-01-01T00:00:00Z"}]
            """),
    });
}
