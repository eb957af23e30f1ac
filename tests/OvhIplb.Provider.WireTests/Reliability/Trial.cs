using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using OvhIplb.Provider.WireTests.Engine;
using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>One operation on a resource in a fresh world, and the run after it, as an engine does both.</summary>
internal sealed partial class Trial(Stage stage, Subject subject, Operation operation)
{
    private Entry _entry = stage.Deployment.Entry(subject.Type);

    private Effects _before = null!;

    private int _linesBefore;

    private Struct Declared => operation == Operation.Update ? subject.ChangedInputs : subject.Inputs;

    private IEnumerable<string> Warnings =>
        stage.Deployment.Log.Lines.Skip(_linesBefore).Where(static line => line.Severity == LogSeverity.Warning)
            .Select(static line => line.Message);

    /// <summary>Brings everything to where the operation begins.</summary>
    public async Task PrepareAsync()
    {
        await stage.ResetAsync(subject.Arrange);
        if (operation != Operation.Create)
        {
            await _entry.CreateAsync(subject.Inputs);
            await stage.Deployment.NextCommandAsync();
        }

        if (operation is Operation.Read or Operation.Update)
        {
            stage.World.Change(subject.Disturb);
        }

        if (operation == Operation.Update)
        {
            await _entry.RefreshAsync();
            await stage.Deployment.NextCommandAsync();
        }

        _before = stage.World.Read(Effects.In);
        _linesBefore = stage.Deployment.Log.Lines.Count;
        stage.Listen();
    }

    /// <summary>How often requests of each kind took effect since the operation began.</summary>
    public IReadOnlyDictionary<string, int> EffectsSoFar => stage.World.Read(world => Effects.In(world).Since(_before));

    public Task RunAsync() => operation switch
    {
        Operation.Create => _entry.CreateAsync(Declared),
        Operation.Read => _entry.RefreshAsync(),
        Operation.Update => _entry.UpdateAsync(Declared),
        _ => _entry.DeleteAsync(),
    };

    /// <param name="run">The operation, begun.</param>
    /// <param name="usual">How many warnings it comes with where nothing goes wrong.</param>
    public async Task<Ending> EndAsync(Task run, int usual)
    {
        try
        {
            await run;
            return _entry.InitErrors.Count > 0 ? Ending.Kept : Warnings.Count() > usual ? Ending.DoneWithWarning : Ending.Done;
        }
        catch (RpcException failure)
        {
            Assert.NotEqual(StatusCode.Internal, failure.StatusCode);
            return failure.StatusCode == StatusCode.Unavailable ? Ending.BrokenOff : Ending.Failed;
        }
    }

    /// <summary>The next run, in which nothing goes wrong.</summary>
    /// <param name="ending">How the operation ended.</param>
    /// <param name="isReadFirst">Whether it is <c>pulumi up --refresh</c>.</param>
    /// <returns>The requests that it was granted.</returns>
    public async Task<IReadOnlyList<string>> RepeatAsync(Ending ending, bool isReadFirst)
    {
        await stage.Deployment.NextCommandAsync();
        stage.Listen();
        switch (operation)
        {
            case Operation.Read:
                await _entry.RefreshAsync();
                break;
            case Operation.Delete when ending is Ending.Failed or Ending.BrokenOff:
                await _entry.DeleteAsync();
                break;
            case Operation.Create or Operation.Update:
                await UpAsync(isReadFirst);
                break;
        }

        return [.. stage.World.Writes.Where(static call => call.Status is >= 200 and < 300)
            .Select(static call => $"{call.Method} {ApiCall.TemplateOf(call.Path)}")];
    }

    /// <summary>What both runs have left behind; what is created or updated has to be settled.</summary>
    public async Task<Aftermath> LookAsync()
    {
        var effects = EffectsSoFar;
        string[] warnings = [.. Warnings];

        // What was begun goes on at OVHcloud, whoever follows it.
        stage.World.Advance(TaskClock.TaskLength);
        await stage.Deployment.NextCommandAsync();
        if (operation is Operation.Create or Operation.Update)
        {
            Assert.Equal("live", _entry.State.Text("phase"));
            await RequireSettledAsync();
            await _entry.RefreshAsync();
            await RequireSettledAsync();
        }

        return new Aftermath(
            stage.World.Read(Picture.Of),
            operation == Operation.Read ? Time().Replace(_entry.State.ToString(), "some time") : "",
            effects,
            warnings);
    }

    private async Task UpAsync(bool isReadFirst)
    {
        if (_entry.Id.Length > 0 && isReadFirst)
        {
            await _entry.RefreshAsync();
        }

        if (_entry.Id.Length == 0)
        {
            _entry = stage.Deployment.Entry(subject.Type);
            await _entry.CreateAsync(Declared);
            return;
        }

        var isUnfinished = _entry.InitErrors.Count > 0;
        var diff = await _entry.DiffAsync(Declared);
        Assert.True(diff.Changes == DiffResponse.Types.DiffChanges.DiffSome || !isUnfinished, "What is unfinished is no difference.");
        if (diff.Changes == DiffResponse.Types.DiffChanges.DiffSome)
        {
            Assert.Empty(diff.Replaces);
            await _entry.UpdateAsync(Declared);
        }
    }

    private async Task RequireSettledAsync()
    {
        Assert.Empty(_entry.InitErrors);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await _entry.DiffAsync(Declared)).Changes);
    }

    /// <summary>Worlds begin when they are made.</summary>
    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[0-9:.+]+")]
    private static partial Regex Time();
}
