using OvhIplb.Provider.WireTests.Engine;
using OvhIplb.Provider.WireTests.Unfinished;

namespace OvhIplb.Provider.WireTests.Ownership;

/// <summary>A delete never takes what was never ours.</summary>
public sealed class AdoptionTests
{
    [Theory]
    [InlineData(LongWork.Move, null, false)]
    [InlineData(LongWork.Move, "retain", false)]
    [InlineData(LongWork.Move, "park", true)]
    [InlineData(LongWork.Order, null, false)]
    [InlineData(LongWork.Order, "retain", false)]
    [InlineData(LongWork.Order, "delete", true)]
    public async Task What_was_there_before_stays_unless_the_user_says_otherwise(string kind, string? onDelete, bool goes)
    {
        var work = LongWork.All[kind];
        await using var deployment = await Deployment.StartAsync();
        work.Arrange(deployment.World);
        await deployment.Entry(work.Type, "somebody-elses").CreateAsync(work.Inputs);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        var entry = deployment.Entry(work.Type);
        var inputs = onDelete is null ? work.Inputs : work.Inputs.With("onDelete", $"\"{onDelete}\"");
        await entry.CreateAsync(inputs);
        Assert.Equal("adopted", entry.State.Text("origin"));
        Declared.AssertUntouched(deployment);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await entry.DeleteAsync();
        Assert.Equal(goes, deployment.World.Writes.Count > 0);
    }
}
