using OvhIplb.Provider.WireTests.Engine;
using OvhIplb.Provider.WireTests.Unfinished;
using OvhSimulator.Worlds;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Lifecycle;

/// <summary>What others did to our objects is shown under the name of the input it contradicts, and repaired by an update.</summary>
public sealed class DriftTests
{
    [Theory]
    [InlineData(DefaultWorld.DedicatedServer)]
    [InlineData(null)]
    public async Task A_failover_ip_that_went_elsewhere_is_shown_and_fetched_back(string? where)
    {
        await using var deployment = await Deployment.StartAsync();
        var inputs = LongWork.All[LongWork.Move].Inputs;
        var entry = deployment.Entry("FailoverAttachment");
        await entry.CreateAsync(inputs);
        var revision = entry.State.Text("revision");
        deployment.World.Change(world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo = where);

        await deployment.NextCommandAsync();
        AssertDrift(await entry.RefreshAsync());
        Assert.Empty(entry.InitErrors);
        Assert.Equal(inputs.With("serviceName", $"\"{where}\""), entry.Inputs);
        Assert.Equal(where ?? "", entry.State.Text("serviceName"));

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        AssertDrift(await entry.DiffAsync(inputs));
        var preview = await entry.PreviewUpdateAsync(inputs);
        Assert.NotEqual(revision, preview.Properties.Text("revision"));
        Assert.Empty(deployment.World.Writes);
        await entry.UpdateAsync(inputs);
        Assert.Empty(entry.InitErrors);
        Assert.Equal(DefaultWorld.LoadBalancer, entry.State.Text("serviceName"));
        Assert.NotEqual(revision, entry.State.Text("revision"));
        Assert.Equal(
            ["/ip/192.0.2.10/32/move", $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh"],
            deployment.World.Writes.Select(static call => Uri.UnescapeDataString(call.Path)));
    }

    /// <summary>
    /// The id holds the old load balancer, so the entry is replaced, and the delete of the old entry leaves the IP where it is.
    /// </summary>
    [Fact]
    public async Task A_program_that_takes_drift_over_replaces_the_entry_and_moves_nothing()
    {
        await using var deployment = await Deployment.StartAsync();
        var inputs = LongWork.All[LongWork.Move].Inputs;
        var entry = deployment.Entry("FailoverAttachment");
        await entry.CreateAsync(inputs);
        deployment.World
            .Change(static world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo = DefaultWorld.OverseasLoadBalancer);
        await deployment.NextCommandAsync();
        await entry.RefreshAsync();

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        var taken = inputs.With("serviceName", $"\"{DefaultWorld.OverseasLoadBalancer}\"");
        var diff = await entry.DiffAsync((await entry.CheckAsync(taken)).Inputs);
        Assert.Equal(["serviceName"], diff.Replaces);
        var replacement = entry.Replacement();
        await replacement.CreateAsync(taken);
        await entry.DeleteAsync();

        Assert.Equal($"{DefaultWorld.OverseasLoadBalancer}/192.0.2.10/32", replacement.Id);
        Assert.Empty(deployment.World.Find("POST", "/ip/*"));
        Assert.Equal(
            DefaultWorld.OverseasLoadBalancer,
            deployment.World.Read(static world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo));
    }

    [Fact]
    public async Task An_ip_whose_place_is_ignored_stays_there_when_something_else_changes()
    {
        await using var deployment = await Deployment.StartAsync();
        var inputs = LongWork.All[LongWork.Move].Inputs;
        var entry = deployment.Entry("FailoverAttachment");
        await entry.CreateAsync(inputs);
        deployment.World
            .Change(static world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo = DefaultWorld.DedicatedServer);
        await deployment.NextCommandAsync();
        await entry.RefreshAsync();

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await entry.UpdateAsync(inputs.With("onDelete", "\"retain\""), ignoreChanges: "serviceName");
        Assert.Equal(("retain", DefaultWorld.DedicatedServer), (entry.State.Text("onDelete"), entry.State.Text("serviceName")));
        Assert.Empty(deployment.World.Writes);

        await deployment.NextCommandAsync();
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await entry.RefreshAsync())?.Changes);
    }

    [Fact]
    public async Task A_certificate_that_somebody_deleted_is_gone()
    {
        await using var deployment = await Deployment.StartAsync();
        var order = LongWork.All[LongWork.Order];
        order.Arrange(deployment.World);
        var entry = deployment.Entry(order.Type);
        await entry.CreateAsync(order.Inputs);
        deployment.World.Change(static world => world.LoadBalancers[0].Certificates.Clear());
        Assert.Null(await entry.RefreshAsync());
        Assert.Empty(entry.InitErrors);
    }

    [Fact]
    public async Task A_certificate_whose_names_went_astray_is_unfinished_until_they_are_back()
    {
        await using var deployment = await Deployment.StartAsync();
        var order = LongWork.All[LongWork.Order];
        order.Arrange(deployment.World);
        var entry = deployment.Entry(order.Type);
        await entry.CreateAsync(order.Inputs);
        deployment.World.SetDns("www.example.com", ["192.0.2.200"]);

        await deployment.NextCommandAsync();
        await entry.RefreshAsync();
        Assert.Contains("www.example.com", Assert.Single(entry.InitErrors), StringComparison.Ordinal);
        Assert.Equal("unrouted", entry.State.Text("phase"));
        Assert.Equal(order.Id, entry.Id);

        order.Arrange(deployment.World);
        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, (await entry.DiffAsync(order.Inputs)).Changes);
        await entry.UpdateAsync(order.Inputs);
        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Empty(deployment.World.Writes);
    }

    [Fact]
    public async Task A_renewed_certificate_is_no_drift()
    {
        await using var deployment = await Deployment.StartAsync();
        var order = LongWork.All[LongWork.Order];
        order.Arrange(deployment.World);
        var entry = deployment.Entry(order.Type);
        await entry.CreateAsync(order.Inputs);
        deployment.World.Change(static world =>
        {
            var certificates = world.LoadBalancers[0].Certificates;
            var old = certificates[0];
            certificates[0] = new()
            {
                Id = old.Id + 1,
                Fingerprint = "00:11",
                Serial = "2",
                Subject = old.Subject,
                San = old.San,
                ExpireDate = old.ExpireDate.AddDays(60),
            };
        });
        var number = entry.State.Fields["certificateId"].NumberValue;
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await entry.RefreshAsync())?.Changes);
        Assert.Equal(order.Id, entry.Id);
        Assert.Equal(number + 1, entry.State.Fields["certificateId"].NumberValue);
    }

    [Fact]
    public async Task Pending_changes_of_others_are_shown_and_left_to_them()
    {
        await using var deployment = await Deployment.StartAsync();
        var inputs = LongWork.All[LongWork.Refresh].Inputs;
        var entry = deployment.Entry("Refresh");
        await entry.CreateAsync(inputs);
        deployment.World.Change(static world => world.LoadBalancers[0].Zones[1].PendingChanges = 3);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await entry.RefreshAsync())?.Changes);
        Assert.Equal(
            Wire.Of("""{ "pendingChanges": [{ "zone": "rbx", "number": 3 }] }""").Fields["pendingChanges"], entry.State
                .Fields["pendingChanges"]);
        Assert.Contains(deployment.Log.Warnings, static line => line.Contains("3 in rbx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_block_that_left_the_account_is_gone()
    {
        await using var deployment = await Deployment.StartAsync();
        var entry = deployment.Entry("FailoverAttachment");
        await entry.CreateAsync(LongWork.All[LongWork.Move].Inputs);
        deployment.World.Change(static world => world.Ips.RemoveAll(static ip => ip.Ip == "192.0.2.10/32"));
        await entry.DeleteAsync();
        Assert.Null(await entry.RefreshAsync());
    }

    private static void AssertDrift(DiffResponse? diff)
    {
        (var path, var detail) = Assert.Single(diff!.DetailedDiff);
        Assert.Equal("serviceName", path);
        Assert.Equal(PropertyDiff.Types.Kind.Update, detail.Kind);
        Assert.False(detail.InputDiff);
        Assert.Empty(diff.Replaces);
    }
}
