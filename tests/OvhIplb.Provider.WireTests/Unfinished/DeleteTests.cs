using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;

namespace OvhIplb.Provider.WireTests.Unfinished;

/// <summary>A delete is cut short: what is not done yet stays in the state, what is done is not asked for again.</summary>
public sealed class DeleteTests
{
    [Fact]
    public async Task A_cancelled_parking_answers_at_once_and_is_seen_through_by_the_next_delete()
    {
        var work = LongWork.All[LongWork.Move];
        await using var deployment = await Deployment.StartAsync(LongWork.Length);
        var entry = await work.CreatedAsync(deployment);
        var delete = entry.DeleteAsync();
        await deployment.Log.LineAsync("parking 192.0.2.10/32");

        var failure = await Assert.ThrowsAsync<RpcException>(() => LongWork.CancelAsync(deployment, delete));
        Assert.Contains("because the operation was cancelled", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("kept in the state", failure.Status.Detail, StringComparison.Ordinal);

        await deployment.NextCommandAsync();
        delete = entry.DeleteAsync();
        await deployment.Log.LineAsync("waiting for the running move of 192.0.2.10/32");
        deployment.World.Advance(LongWork.Length);
        await deployment.Log.LineAsync($"refreshing {work.Inputs.Text("serviceName")}");
        deployment.World.Advance(LongWork.Length);
        await delete;
        Assert.Single(deployment.World.Find("POST", "*/park"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_that_is_deleted_is_gone_even_where_its_refresh_is_not_waited_for(bool isCancelled)
    {
        var work = LongWork.All[LongWork.Order];
        await using var deployment = await Deployment.StartAsync(LongWork.Length);
        var entry = await work.CreatedAsync(deployment);
        var delete = entry.DeleteAsync(timeout: isCancelled ? 0 : 5);
        if (isCancelled)
        {
            await deployment.Log.LineAsync($"refreshing {work.Inputs.Text("serviceName")}");
            await LongWork.CancelAsync(deployment, delete);
        }

        await delete;
        Assert.Contains(
            deployment.Log.Warnings,
            line => line.Contains("could not be refreshed", StringComparison.Ordinal)
                && line.Contains(isCancelled ? "because the operation was cancelled" : "after 5 s", StringComparison.Ordinal));
        Assert.Single(deployment.World.Find("DELETE", "*/ssl/*"));

        await deployment.NextCommandAsync();
        Assert.Null(await entry.RefreshAsync());
    }
}
