using System.Globalization;
using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Refreshes;

/// <summary>The work of one refresh: what it waits for, the requests, and their tasks to the end.</summary>
internal sealed class RefreshWork(Session session, string serviceName, IReadOnlyList<string> zones, IOperationLog log)
{
    private static readonly TimeSpan MovesAwaited = TimeSpan.FromSeconds(60);

    private readonly LoadBalancerCalls _calls = session.Client.LoadBalancers;

    /// <summary>The task that is being followed, once there is one; none where there was nothing to make live.</summary>
    public long? TaskId { get; private set; }

    /// <summary>Waits for the moves this process is making, and for refreshes that run.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await WaitForMovesAsync(cancellation);
        await WaitForRunningAsync(cancellation);
    }

    /// <summary>Asks for the refresh and follows it.</summary>
    /// <exception cref="OperationException">Its task failed.</exception>
    public async Task MakeLiveAsync(CancellationToken cancellation)
    {
        if (await Frontends.AreMissingAsync(session, serviceName, cancellation))
        {
            log.Warning($"{serviceName} has no frontend yet, so there is nothing to make live. Its first refresh is due once it has one.");
            return;
        }

        foreach (var zone in zones.Count == 0 ? [null] : zones.AsEnumerable<string?>())
        {
            // The task of the zone before says nothing of this one.
            TaskId = null;
            var task = await SendAsync(zone, cancellation);
            await FollowAsync(task, cancellation);
        }
    }

    private async Task WaitForMovesAsync(CancellationToken cancellation)
    {
        var none = session.Moves.NoneAsync(serviceName);
        if (!none.IsCompleted)
        {
            log.Status($"waiting for moves to {serviceName} before its refresh");
            await Task.WhenAny(none, Task.Delay(MovesAwaited, session.Time, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Waits until no refresh of the load balancer runs, whoever asked for it.</summary>
    public Task<IReadOnlyList<long>> WaitForRunningAsync(CancellationToken cancellation) => session.Polling.UntilAsync(
        RunningAsync,
        static running => running.Count == 0,
        (running, elapsed) => log.Wait($"waiting for refresh task {running[0]} of {serviceName}", elapsed),
        cancellation);

    private Task<IReadOnlyList<long>> RunningAsync(CancellationToken cancellation) =>
        _calls.ListRunningAsync(serviceName, LoadBalancerTaskAction.RefreshIplb, cancellation);

    /// <summary>"Already running" means: wait for that one, then send ours. A lost answer is looked up, not sent again blindly.</summary>
    private async Task<LoadBalancerTask> SendAsync(string? zone, CancellationToken cancellation)
    {
        for (var hasSaidConflict = false; ;)
        {
            try
            {
                return await _calls.RefreshAsync(serviceName, zone, cancellation);
            }
            catch (ConflictException refused)
            {
                if (!hasSaidConflict)
                {
                    hasSaidConflict = true;
                    log.Info($"the API cannot refresh {serviceName} just now, and is asked again until it can: {refused.Message}");
                }

                await session.Polling.PauseAsync(cancellation);
                await WaitForRunningAsync(cancellation);
            }
            catch (OvhApiException lost) when (lost.MayHaveTakenEffect)
            {
                var running = await RunningAsync(cancellation);
                if (running.Count > 0)
                {
                    return await _calls.GetTaskAsync(serviceName, running.Max(), cancellation);
                }

                throw;
            }
        }
    }

    private async Task FollowAsync(LoadBalancerTask sent, CancellationToken cancellation)
    {
        TaskId = sent.Id;
        var ended = LoadBalancerTasks.HasEnded(sent) ? sent : await session.Polling.UntilAsync(
            cancellation => _calls.GetTaskAsync(serviceName, sent.Id, cancellation),
            LoadBalancerTasks.HasEnded,
            (task, elapsed) => log.Wait($"refreshing {serviceName}: task {task.Id} {task.Status}, {task.Progress} %", elapsed),
            cancellation);

        if (ended.Status != LoadBalancerTaskStatus.Done)
        {
            throw new OperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"the refresh of {serviceName} ended as '{ended.Status}' (task {ended.Id}); the API does not say why. Its saved "
                    + $"configuration is not "
                + $"live. A frontend without a farm, redirection or route, or a farm outside the vRack, is the usual cause: correct it, "
                + $"then run "
                + $"`pulumi up` again."));
        }
    }
}
