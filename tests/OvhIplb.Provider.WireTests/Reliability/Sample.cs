namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>An operation where nothing goes wrong: the calls that can, and what it leaves behind.</summary>
/// <param name="Subject">The resource.</param>
/// <param name="Operation">What is done with it.</param>
/// <param name="Calls">The calls that it makes.</param>
/// <param name="Aftermath">What it leaves behind.</param>
internal sealed record Sample(Subject Subject, Operation Operation, IReadOnlyList<ApiCall> Calls, Aftermath Aftermath)
{
    public IEnumerable<Case> Cases =>
        from call in Calls
        from mishap in Mishap.All
        where mishap.Concerns(call)
        select new Case(this, call, mishap);

    public static async Task<Sample> TakeAsync(Stage stage, Subject subject, Operation operation)
    {
        var trial = new Trial(stage, subject, operation);
        await trial.PrepareAsync();
        Assert.Equal(Ending.Done, await trial.EndAsync(trial.RunAsync(), usual: int.MaxValue));
        var calls = stage.Calls;
        Assert.Empty(await trial.RepeatAsync(Ending.Done, isReadFirst: false));
        return new Sample(subject, operation, calls, await trial.LookAsync());
    }
}
