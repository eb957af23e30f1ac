using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Tasks;
using OvhSimulator.Worlds;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Unfinished;

/// <summary>Tasks that end badly, and answers that get lost.</summary>
public sealed class FailureTests
{
    private static readonly Struct Attachment = Wire.Of($$"""{ "serviceName": "{{DefaultWorld.LoadBalancer}}", "ip": "192.0.2.10" }""");

    [Fact]
    public async Task After_a_failed_refresh_the_next_update_only_refreshes()
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.FailNextTask(new ForcedFailure("refreshIplb", "error"));
        var entry = deployment.Entry("FailoverAttachment");
        await entry.CreateAsync(Attachment);
        Assert.Contains("ended as 'error'", Assert.Single(entry.InitErrors), StringComparison.Ordinal);
        Assert.Equal("refreshing", entry.State.Text("phase"));
        Assert.Equal(DefaultWorld.LoadBalancer, entry.State.Text("serviceName"));

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, (await entry.DiffAsync(Attachment)).Changes);
        await entry.UpdateAsync(Attachment);
        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.EndsWith("/refresh", Assert.Single(deployment.World.Writes).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_move_is_told_in_the_words_of_the_task_and_leaves_nothing_behind()
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.FailNextTask(new ForcedFailure("genericMoveFloatingIp", "customerError", "The vMac must be deleted first"));
        var entry = deployment.Entry("FailoverAttachment");
        var failure = await Assert.ThrowsAsync<RpcException>(() => entry.CreateAsync(Attachment));
        Assert.Contains("The vMac must be deleted first", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("customerError", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Empty(entry.Id);
        Assert.Single(deployment.World.Writes);
    }

    [Fact]
    public async Task Without_a_frontend_there_is_nothing_to_make_live_and_that_is_no_failure()
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.Change(static world =>
            world.LoadBalancers.Single(static balancer => balancer.ServiceName == DefaultWorld.LoadBalancer).HttpFrontends.Clear());
        var entry = deployment.Entry("FailoverAttachment");
        await entry.CreateAsync(Attachment);
        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.EndsWith("/move", Assert.Single(deployment.World.Writes).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_order_names_the_names()
    {
        await using var deployment = await Deployment.StartAsync();
        deployment.World.FailNextTask(new ForcedFailure("orderFreeCertificate", "error"));
        var order = LongWork.All[LongWork.Order];
        order.Arrange(deployment.World);
        var failure = await Assert.ThrowsAsync<RpcException>(() => deployment.Entry(order.Type).CreateAsync(order.Inputs));
        Assert.Contains("www.example.com", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("ended as 'error'", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LongWork.Move, "*/move")]
    [InlineData(LongWork.Move, "*/refresh")]
    [InlineData(LongWork.Order, "*/freeCertificate")]
    [InlineData(LongWork.Refresh, "*/refresh")]
    public async Task A_lost_answer_is_looked_up_and_not_asked_for_again(string kind, string path)
    {
        var work = LongWork.All[kind];
        await using var deployment = await Deployment.StartAsync(TimeSpan.FromSeconds(1));
        work.Arrange(deployment.World);
        deployment.World.Inject(new Fault { Method = "POST", Path = path, Drop = true, AfterEffect = true });
        var entry = deployment.Entry(work.Type);
        await entry.CreateAsync(work.Inputs);
        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Equal(work.Requests, deployment.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_running_move_that_no_list_shows_yet_is_waited_for(bool isLost)
    {
        await using var deployment = await Deployment.StartAsync(TimeSpan.FromSeconds(2), listLag: TimeSpan.FromSeconds(1));
        if (isLost)
        {
            deployment.World.Inject(new Fault { Method = "POST", Path = "*/move", Drop = true, AfterEffect = true });
        }
        else
        {
            var first = deployment.Entry("FailoverAttachment").CreateAsync(Attachment);
            await deployment.Log.LineAsync("moving 192.0.2.10/32");
            await deployment.CrashAsync(first);
        }

        var entry = deployment.Entry("FailoverAttachment");
        await entry.CreateAsync(Attachment.With("autoRefresh", "false"));
        Assert.Empty(entry.InitErrors);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Single(deployment.World.Find("POST", "*/move"), static call => call.Status != 409);
    }

    [Fact]
    public async Task A_delete_that_was_cut_short_is_finished_by_the_next()
    {
        await using var deployment = await Deployment.StartAsync(LongWork.Length);
        deployment.World
            .Change(static world => world.Ips.Find(static ip => ip.Ip == "192.0.2.10/32")!.RoutedTo = DefaultWorld.LoadBalancer);
        var entry = deployment.Entry("FailoverAttachment");
        await entry.CreateAsync(Attachment.With("autoRefresh", "false").With("onDelete", "\"park\""));
        Assert.Empty(deployment.World.Writes);

        await deployment.NextCommandAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() => entry.DeleteAsync(timeout: 5));
        Assert.Contains("after 5 s", failure.Status.Detail, StringComparison.Ordinal);

        await deployment.NextCommandAsync();
        var delete = entry.DeleteAsync();
        await deployment.Log.LineAsync("waiting for the running move of 192.0.2.10/32");
        deployment.World.Advance(LongWork.Length);
        await deployment.Log.LineAsync($"refreshing {DefaultWorld.LoadBalancer}");
        deployment.World.Advance(LongWork.Length);
        await delete;
        Assert.Equal(
            ["/ip/192.0.2.10/32/park", $"/ipLoadbalancing/{DefaultWorld.LoadBalancer}/refresh"],
            deployment.World.Writes.Select(static call => Uri.UnescapeDataString(call.Path)));
    }

    [Fact]
    public async Task A_region_that_cannot_be_reached_is_refused_in_the_preview()
    {
        await using var deployment = await Deployment.StartAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            deployment.Entry("FailoverAttachment").PreviewCreateAsync(Attachment.With("ip", "\"192.0.2.130\"")));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains(DefaultWorld.OverseasLoadBalancer, refused.Status.Detail, StringComparison.Ordinal);
        Assert.Empty(deployment.World.Writes);
    }
}
