namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>One thing that goes wrong with one call of one operation.</summary>
/// <param name="Usual">The operation where nothing goes wrong.</param>
/// <param name="Call">The call.</param>
/// <param name="Mishap">What goes wrong with it.</param>
internal sealed record Case(Sample Usual, ApiCall Call, Mishap Mishap)
{
    /// <summary>
    /// A move that may or may not have been taken is looked for for half a minute: whatever waits longest is best begun first.
    /// </summary>
    public bool TakesLong => Call is { IsOfIp: true, IsWrite: true };

    public override string ToString() => $"{Usual.Subject.Type}, {Usual.Operation}, {Call}, {Mishap.Words}";

    public async Task<Outcome> RunAsync(Stage stage)
    {
        var direct = await TryAsync(stage, isReadFirst: false);
        if (direct.Ending is not (Ending.Kept or Ending.BrokenOff) || Usual.Operation is not (Operation.Create or Operation.Update))
        {
            return new Outcome(this, direct, AfterRead: null);
        }

        var afterRead = await TryAsync(stage, isReadFirst: true);
        Assert.Equal(direct.Ending, afterRead.Ending);
        return new Outcome(this, direct, afterRead);
    }

    private async Task<Attempt> TryAsync(Stage stage, bool isReadFirst)
    {
        var trial = new Trial(stage, Usual.Subject, Usual.Operation);
        await trial.PrepareAsync();
        var ending = await StrikeAsync(stage, trial);
        var begun = trial.EffectsSoFar.GetValueOrDefault(Effects.Refresh);
        stage.World.ClearFaults();
        stage.Clock.Release();
        Mishap.Afterwards(stage.World);
        var next = await trial.RepeatAsync(ending, isReadFirst);
        var after = await trial.LookAsync();

        // A refresh whose end was not seen may have begun too early for what was saved since, so the next run may send another. That of a
        // plugin that was killed may take effect a moment after it.
        Require(
            ending,
            after,
            refreshesMore: ending is Ending.Kept or Ending.BrokenOff ? Math.Max(begun, ending == Ending.BrokenOff ? 1 : 0) : 0);
        return new Attempt(ending, next, after);
    }

    private async Task<Ending> StrikeAsync(Stage stage, Trial trial)
    {
        Mishap.Let(stage.World, Call);
        var threats = Threats(stage);
        if (Mishap.Interrupt is not { } interrupt)
        {
            var ending = await trial.EndAsync(trial.RunAsync(), Usual.Aftermath.Warnings.Count);
            Assert.True(Threats(stage) < threats, "Nothing went wrong.");
            return ending;
        }

        var isWaiting = stage.Clock.HoldAsync(Call);
        var end = trial.EndAsync(trial.RunAsync(), Usual.Aftermath.Warnings.Count);
        await Task.WhenAny(isWaiting, end);
        Assert.True(isWaiting.IsCompleted, "The operation did not get there.");
        await interrupt(stage.Deployment);
        return await end;
    }

    private static int Threats(Stage stage)
        => stage.World.Read(static world => world.Faults.Sum(static fault => fault.Count) + world.ForcedFailures.Count);

    /// <summary>Nothing lost, but for what the user was told; and nothing done twice.</summary>
    private void Require(Ending ending, Aftermath after, int refreshesMore)
    {
        Assert.True(
            ending != Ending.DoneWithWarning || Waiver.Of(after.Warnings) is not null,
            $"No such warning is foreseen: {string.Join(' ', after.Warnings)}");
        var told = ending is Ending.DoneWithWarning or Ending.BrokenOff ? Waiver.Of(after.Warnings) : null;
        Assert.True(
            told is { IsOfWorld: true } || Usual.Aftermath.World.There == after.World.There,
            $"The world is not as it should be: {after.World.There}");
        Assert.True(
            told is { IsOfLiveness: true } || Usual.Aftermath.World.NotLive == after.World.NotLive,
            $"Not live: {after.World.NotLive}");
        Assert.Equal(Usual.Aftermath.State, after.State);
        Assert.All(after.Effects, effect => Assert.InRange(
            effect.Value, 0, Usual.Aftermath.Effects.GetValueOrDefault(effect.Key) + (effect.Key == Effects.Refresh ? refreshesMore : 0)));
    }
}
