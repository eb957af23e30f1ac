using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhIplb.Provider.WireTests.Unfinished;

namespace OvhIplb.Provider.WireTests.Ownership;

/// <summary>A delete never takes what is still declared, or was never ours.</summary>
public sealed class RenameTests
{
    [Theory]
    [InlineData(LongWork.Move)]
    [InlineData(LongWork.Order)]
    public async Task Renaming_without_an_alias_takes_nothing_away(string kind)
    {
        LongWork work = LongWork.All[kind];
        await using Deployment deployment = await Deployment.StartAsync();
        work.Arrange(deployment.World);
        Entry old = deployment.Entry(work.Type, "old");
        await old.CreateAsync(work.Inputs);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        Entry renamed = deployment.Entry(work.Type, "new");
        await renamed.CreateAsync(work.Inputs);
        Assert.Equal(old.Id, renamed.Id);
        Assert.Equal("adopted", renamed.State.Text("origin"));
        await old.DeleteAsync();
        AssertOnlyMadeLive(deployment);
        Assert.Contains(deployment.Log.Warnings, line => line.Contains(renamed.Urn, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LongWork.Move, null, false)]
    [InlineData(LongWork.Move, "retain", false)]
    [InlineData(LongWork.Move, "park", true)]
    [InlineData(LongWork.Order, null, false)]
    [InlineData(LongWork.Order, "retain", false)]
    [InlineData(LongWork.Order, "delete", true)]
    public async Task What_was_there_before_stays_unless_the_user_says_otherwise(string kind, string? onDelete, bool goes)
    {
        LongWork work = LongWork.All[kind];
        await using Deployment deployment = await Deployment.StartAsync();
        work.Arrange(deployment.World);
        await deployment.Entry(work.Type, "somebody-elses").CreateAsync(work.Inputs);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        Entry entry = deployment.Entry(work.Type);
        Struct inputs = onDelete is null ? work.Inputs : work.Inputs.With("onDelete", $"\"{onDelete}\"");
        await entry.CreateAsync(inputs);
        Assert.Equal("adopted", entry.State.Text("origin"));
        AssertOnlyMadeLive(deployment);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await entry.DeleteAsync();
        Assert.Equal(goes, deployment.World.Writes.Count > 0);
    }

    /// <summary>Whether what was found is live already is not known, so an adopted failover IP is refreshed.</summary>
    private static void AssertOnlyMadeLive(Deployment deployment) =>
        Assert.All(deployment.World.Writes, static call => Assert.EndsWith("/refresh", call.Path, StringComparison.Ordinal));
}
