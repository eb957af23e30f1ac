using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;

namespace OvhIplb.Provider.WireTests.Unfinished;

/// <summary>The plugin dies in the middle of a create, so that the state knows nothing; the next create finds what is under way.</summary>
public sealed class CrashTests
{
    [Theory]
    [InlineData(LongWork.Move)]
    [InlineData(LongWork.Order)]
    public async Task The_next_create_joins_what_is_under_way(string kind)
    {
        LongWork work = LongWork.All[kind];
        await using Deployment deployment = await Deployment.StartAsync(LongWork.Length);
        work.Arrange(deployment.World);
        Task create = deployment.Entry(work.Type).CreateAsync(work.Inputs);
        await deployment.Log.LineAsync(work.StatusLine);
        await deployment.CrashAsync();
        await Assert.ThrowsAsync<RpcException>(() => create);

        deployment.Log.Clear();
        Entry entry = deployment.Entry(work.Type);
        await work.FinishAsync(deployment, entry.CreateAsync(work.Inputs));
        Assert.Empty(entry.InitErrors);
        Assert.Equal(work.Id, entry.Id);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.Equal(work.Requests, deployment.World.Writes.Select(static call => $"{call.Method} {Uri.UnescapeDataString(call.Path)}"));
    }
}
