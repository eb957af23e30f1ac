using OvhIplb.Api.Errors;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Api.Ips;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>The moves of one block: finds the one that runs, starts one, follows one.</summary>
internal sealed class FailoverMoves(Session session, IpBlock block, IOperationLog log)
{
    /// <summary>A move that was just asked for may be missing from the lists for some seconds.</summary>
    private static readonly TimeSpan ListLag = TimeSpan.FromSeconds(30);

    /// <summary>Every which look is one at the task itself, where there are no more moves than that.</summary>
    private const int OwnLookEvery = 3;

    /// <summary>However many there are, a failure is to be seen long before the time is over.</summary>
    private static readonly TimeSpan OwnLookAfter = TimeSpan.FromMinutes(1);

    private readonly IpCalls _ips = session.Client.Ips;

    // What was there before a request whose answer is lost cannot be what it started.
    private long _newest;

    private bool _hasSaidConflict;

    /// <summary>The move or parking that runs now; null where none does.</summary>
    /// <param name="known">The task of an earlier run, which lists may not show yet; null where there was none.</param>
    /// <param name="cancellation">Ends the look.</param>
    public async Task<IpTask?> RunningAsync(long? known, CancellationToken cancellation) =>
        await NewestAsync(known, cancellation) is { Status.IsFinal: false } running ? running : null;

    /// <summary>The newest move or parking, running or not: one block has one at a time. Null where none is known.</summary>
    /// <inheritdoc cref="RunningAsync"/>
    public async Task<IpTask?> NewestAsync(long? known, CancellationToken cancellation)
    {
        var listed = await ListAsync(cancellation);
        long[] ids = known is { } id ? [.. listed, id] : [.. listed];
        if (ids.Length == 0)
        {
            return null;
        }

        _newest = ids.Max();
        return await TaskAsync(_newest, cancellation);
    }

    /// <summary>
    /// Starts what <paramref name="send"/> sends. Where its answer was lost, looks whether it took effect instead of sending again.
    /// </summary>
    /// <returns>The task; null where the API refused because something else is under way, which its lists may not show yet.</returns>
    public async Task<IpTask?> TryStartAsync(
        Func<CancellationToken, Task<IpTask>> send,
        string? destination,
        CancellationToken cancellation)
    {
        try
        {
            return await send(cancellation);
        }
        catch (ConflictException refused)
        {
            if (!_hasSaidConflict)
            {
                _hasSaidConflict = true;
                log.Info($"the API cannot move {block} just now, and is asked again until it can: {refused.Message}");
            }

            log.Status($"waiting for another move of {block} that the API knows of");
            await session.Polling.PauseAsync(cancellation);
            return null;
        }
        catch (OvhApiException lost) when (lost.MayHaveTakenEffect)
        {
            return await LookForAsync(destination, lost, cancellation)
                ?? throw new OperationException(
                    $"the API's answer was lost, and {DurationText.InWords(ListLag)} later no such move of {block} is to be seen. Nothing "
                        + $"was sent again; run the "
                    + $"operation again. {lost.Message}",
                    lost);
        }
    }

    /// <summary>Waits until the task has ended, well or not.</summary>
    public Task<IpTask> FollowAsync(IpTask task, string what, CancellationToken cancellation) => task.Status.IsFinal
        ? Task.FromResult(task)
        : session.Polling.UntilAsync(
            token => _ips.GetTaskAsync(block, task.TaskId, token),
            static seen => seen.Status.IsFinal,
            (seen, elapsed) => log.Wait($"{what}: task {seen.TaskId} {seen.Status}", elapsed),
            cancellation);

    /// <summary>
    /// Waits until the block has arrived. All blocks on their way to one load balancer are looked for together. That a task failed
    /// only it can tell, so each is looked at from time to time, the more seldom the more there are; or always, where the list
    /// cannot be had.
    /// </summary>
    /// <returns>The task as last seen; where the block has arrived, as it was sent.</returns>
    public async Task<IpTask> ArriveAsync(IpTask task, string serviceName, CancellationToken cancellation)
    {
        var what = $"moving {block} to {serviceName}";
        var start = session.Time.GetTimestamp();
        var looked = start;
        for (var looks = 1; !task.Status.IsFinal; looks++)
        {
            log.Wait($"{what}: task {task.TaskId} {task.Status}", session.Time.GetElapsedTime(start));
            switch (await session.Failovers.WillHaveAsync(serviceName, block, cancellation))
            {
                case true:
                    return task;
                case null:
                    return await FollowAsync(task, what, cancellation);
                case false when looks % Math.Max(OwnLookEvery, session.Moves.CountOf(serviceName)) == 0
                    || session.Time.GetElapsedTime(looked) >= OwnLookAfter:
                    looked = session.Time.GetTimestamp();
                    task = await session.Polling.LookAsync(token => TaskAsync(task.TaskId, token), cancellation) ?? task;
                    break;
            }
        }

        return task;
    }

    private async Task<IpTask?> LookForAsync(string? destination, OvhApiException lost, CancellationToken cancellation)
    {
        using var patience = Deadline.In(ListLag, session.Time, cancellation);
        try
        {
            return await session.Polling.UntilAsync(
                token => StartedAsync(destination, token),
                static started => started is not null,
                (_, elapsed) => log.Wait($"the API's answer was lost; looking for the move of {block}", elapsed),
                patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            throw new OperationException(
                $"the API's answer was lost, and there was no time left to look whether {block} is on its way. Run the operation again: "
                    + $"if it is, "
                + $"that is found then, and nothing is sent twice. {lost.Message}",
                lost);
        }
    }

    /// <summary>The task that is new since the last look, which may well be done already; null where there is none.</summary>
    private async Task<IpTask?> StartedAsync(string? destination, CancellationToken cancellation)
    {
        var ids = await ListAsync(cancellation);
        var newest = ids.Count == 0 ? 0 : ids.Max();
        return newest > _newest
            && await TaskAsync(newest, cancellation) is { } started
            && MoveTasks.DestinationOf(started) == destination
            ? started
            : null;
    }

    /// <summary>A block that is not there has no moves; what is asked of it next tells.</summary>
    private async Task<IReadOnlyList<long>> ListAsync(CancellationToken cancellation) =>
        await _ips.ListTasksAsync(block, IpTaskFunction.GenericMoveFloatingIp, status: null, cancellation).OrNullAsync() ?? [];

    /// <summary>Null where a task was listed and is gone again: what has vanished does not run.</summary>
    private Task<IpTask?> TaskAsync(long id, CancellationToken cancellation) => _ips.GetTaskAsync(block, id, cancellation).OrNullAsync();
}
