using System.Collections.Concurrent;
using OvhIplb.Provider.WireTests.Engine;
using OvhSimulator.Control;
using OvhSimulator.Worlds;

namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>Where one trial after the other takes place, each in a world of its own.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly ConcurrentQueue<ApiCall> _calls;

    private Stage(Deployment deployment, TaskClock clock, ConcurrentQueue<ApiCall> calls)
        => (Deployment, Clock, _calls) = (deployment, clock, calls);

    public Deployment Deployment { get; }

    public TaskClock Clock { get; }

    public Controls World => Deployment.World;

    /// <summary>The calls that were answered since <see cref="Listen"/>, each kind once, in the order of their first.</summary>
    public IReadOnlyList<ApiCall> Calls => [.. _calls.DistinctBy(static call => (call.Method, call.Template))];

    public static async Task<Stage> StartAsync()
    {
        var clock = new TaskClock();
        var calls = new ConcurrentQueue<ApiCall>();
        var deployment = await Deployment.StartAsync(TaskClock.TaskLength, observer: call =>
        {
            calls.Enqueue(ApiCall.Of(call));
            clock.Observe(call);
        });
        clock.World = deployment.World;

        // The harder case: a move or an order that is not followed by a refresh leaves something that is not live.
        deployment.World.Knobs.MoveRaisesPendingChanges = true;
        deployment.World.Knobs.CertificateRaisesPendingChanges = true;
        return new Stage(deployment, clock, calls);
    }

    /// <summary>The world as it was in the beginning, and the next command in it.</summary>
    public async Task ResetAsync(Action<World> arrange)
    {
        Clock.Release();
        World.Reset();
        World.Change(arrange);
        await Deployment.NextCommandAsync();
    }

    /// <summary>Forgets the calls so far.</summary>
    public void Listen()
    {
        _calls.Clear();
        World.ClearCalls();
    }

    public ValueTask DisposeAsync() => Deployment.DisposeAsync();
}
