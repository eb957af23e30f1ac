using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Lifecycle;

/// <summary>What every resource goes through, command by command, as the engine calls it.</summary>
public abstract partial class LifecycleTests
{
    /// <summary>The resource's name, such as <c>Refresh</c>.</summary>
    protected abstract string Type { get; }

    /// <summary>Inputs as JSON.</summary>
    protected abstract string Inputs { get; }

    /// <summary>Inputs that differ from <see cref="Inputs"/> in what can be updated.</summary>
    protected abstract string ChangedInputs { get; }

    /// <summary>Where the two differ.</summary>
    protected abstract string ChangedPath { get; }

    /// <summary>Inputs in which every property is given, and the id is the same.</summary>
    protected abstract string AllInputs { get; }

    /// <summary>Every property again, each with another value than in <see cref="AllInputs"/>.</summary>
    protected abstract string OtherInputs { get; }

    /// <summary>The id that follows from <see cref="Inputs"/>.</summary>
    protected abstract string Id { get; }

    /// <summary>Ids of other shapes.</summary>
    protected abstract string[] WrongIds { get; }

    /// <summary>
    /// What others can do to the object, by the input that it contradicts; empty where the id holds every input that the API knows.
    /// </summary>
    private protected virtual IReadOnlyDictionary<string, Action<Controls>> Drifts => ImmutableDictionary<string, Action<Controls>>.Empty;

    /// <summary>The calls that delete the object, method and path.</summary>
    private protected abstract string[] DeletingCalls(Entry entry);

    /// <summary>The name of the resource that is taken through its life.</summary>
    internal string Resource => Type;

    [Fact]
    public Task Lives_from_preview_to_the_second_delete() => LiveAsync(startsAnew: false);

    /// <param name="startsAnew">Whether each command starts the plugin anew.</param>
    private protected async Task LiveAsync(bool startsAnew)
    {
        await using var deployment = await Deployment.StartAsync(startsAnew: startsAnew);
        Arrange(deployment.World);
        var entry = deployment.Entry(Type);
        var inputs = Wire.Of(Inputs);

        var preview = await entry.PreviewCreateAsync(inputs);
        Assert.Empty(preview.Id);
        Assert.Empty(deployment.World.Writes);

        await deployment.NextCommandAsync();
        await entry.CreateAsync(inputs);
        Assert.Empty(entry.InitErrors);
        Assert.Equal(Id, entry.Id);
        Assert.Equal("live", entry.State.Text("phase"));
        Assert.NotEmpty(deployment.World.Writes);
        AssertKept(preview.Properties, entry.State);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await entry.RequireSettledAsync(inputs);
        await AssertUpdatesAsync(deployment, entry);

        await deployment.NextCommandAsync();
        await AssertReadsSilentlyAsync(entry);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await entry.DeleteAsync();
        Assert.Equal(DeletingCalls(entry), deployment.Requests);

        await deployment.NextCommandAsync();
        deployment.World.ClearCalls();
        await entry.DeleteAsync();
        Assert.Empty(deployment.World.Writes);
        await AssertAfterDeleteAsync(deployment, entry);
    }

    /// <summary>Makes the world ready for <see cref="Inputs"/>.</summary>
    private protected virtual void Arrange(Controls world)
    {
    }

    /// <summary>Somebody else takes away what the resource stands for, so that the API no longer knows it.</summary>
    private protected abstract void Vanish(Controls world);

    /// <summary>Looks whether the object is as a delete leaves it.</summary>
    private protected abstract Task AssertAfterDeleteAsync(Deployment deployment, Entry entry);

    private protected static async Task AssertReadsSilentlyAsync(Entry entry)
    {
        (var id, var inputs, var state) = (entry.Id, entry.Inputs, entry.State);
        var diff = await entry.RefreshAsync();
        Assert.Empty(entry.InitErrors);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff?.Changes);
        Assert.Equal(id, entry.Id);
        Assert.Equal(inputs, entry.Inputs);
        Assert.Equal(state, entry.State);
    }

    /// <summary>What a preview said for certain came true.</summary>
    private static void AssertKept(Struct promised, Struct state) =>
        Assert.All(promised.Fields, promise => Assert.Equal(promise.Value, state.Fields.GetValueOrDefault(promise.Key)));

    private async Task AssertUpdatesAsync(Deployment deployment, Entry entry)
    {
        var changed = Wire.Of(ChangedInputs);
        var diff = await entry.DiffAsync((await entry.CheckAsync(changed)).Inputs);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, diff.Changes);
        Assert.True(diff.HasDetailedDiff);
        Assert.Equal([ChangedPath], diff.DetailedDiff.Keys);
        Assert.Empty(diff.Replaces);

        var preview = await entry.PreviewUpdateAsync(changed);
        Assert.Empty(deployment.World.Writes);

        await deployment.NextCommandAsync();
        await entry.UpdateAsync(changed);
        Assert.Empty(entry.InitErrors);
        AssertKept(preview.Properties, entry.State);
        await entry.RequireSettledAsync(changed);
    }
}
