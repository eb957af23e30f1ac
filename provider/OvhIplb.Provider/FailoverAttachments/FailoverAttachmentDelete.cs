using OvhIplb.Api.Ips;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;
using OvhIplb.Provider.Refreshes;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>
/// Takes a block off its load balancer, if it is there or <c>lastMove</c>, a task, still brings it there, and makes that live.
/// </summary>
internal sealed class FailoverAttachmentDelete(
    Session session,
    FailoverAttachmentId id,
    long? lastMove,
    IOperationLog log,
    Deadline deadline)
{
    private readonly FailoverMoves _moves = new(session, id.Block, log);

    // What took the block away may be the parking of an earlier delete that was cut short before its refresh.
    private IpTask? _tookAway;

    private bool _hasLeftJustNow;

    public async Task ParkAsync()
    {
        while (await IsHereAsync())
        {
            bool parked;
            using (session.Moves.Begin(id.ServiceName))
            {
                parked = await TryParkAsync();
            }

            if (parked)
            {
                await MakeLiveAsync(RefreshAsync);
                return;
            }
        }

        await MakeLiveAsync(RefreshUnlessRefreshedAsync);
    }

    private async Task<bool> IsHereAsync()
    {
        _tookAway = await _moves.NewestAsync(lastMove, deadline.Token);
        if (_tookAway is { Status.IsFinal: false } running)
        {
            await _moves.FollowAsync(running, $"waiting for the running move of {id.Block}", deadline.Token);
            _hasLeftJustNow = true;
        }

        if (await LookAsync() is not { } ip)
        {
            log.Info($"{id.Block} is no longer in the account.");
            return false;
        }

        if (ip.RoutedService == id.ServiceName)
        {
            return true;
        }

        log.Info($"{id.Block} is {(ip.RoutedService is { } elsewhere ? $"routed to {elsewhere}" : "parked")} already; nothing to do.");
        return false;
    }

    /// <summary>Only this call says that a block is gone: a task that is not found may just have vanished.</summary>
    private Task<Ip?> LookAsync() => session.Client.Ips.GetAsync(id.Block, deadline.Token).OrNullAsync();

    /// <returns>Whether the block was parked; otherwise it is to be looked at anew.</returns>
    private async Task<bool> TryParkAsync()
    {
        if (await _moves.TryStartAsync(
            token => session.Client.Ips.ParkAsync(id.Block, token),
            destination: null,
            deadline.Token) is not { } task)
        {
            return false;
        }

        IpTask ended;
        try
        {
            ended = await _moves.FollowAsync(task, $"parking {id.Block}", deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.Token.IsCancellationRequested)
        {
            throw new OperationException(
                $"the parking of {id.Block} (task {task.TaskId}) is not known to be done {deadline.Reason}. It goes on at OVHcloud, and "
                    + $"the resource is "
                + "kept in the state; run the operation again to see it through.");
        }

        if (ended.Status.HasFailed)
        {
            throw new OperationException(
                $"the parking of {id.Block} {MoveTasks.Ending(ended)} It is still routed to {id.ServiceName} and kept in the state.");
        }

        return true;
    }

    private Task MakeLiveAsync(Func<Task> refresh) =>
        RefreshAfterDelete.RunAsync($"{id.Block} is off {id.ServiceName}", id.ServiceName, refresh, log, deadline);

    private Task RefreshAsync()
    {
        deadline.Continue(DefaultTimeouts.OfRefresh);
        return session.Refreshes.Join(id.ServiceName, zones: [], log).DoneAsync(deadline.Token);
    }

    private async Task RefreshUnlessRefreshedAsync()
    {
        if (_hasLeftJustNow || await IsRefreshDueAsync())
        {
            await RefreshAsync();
        }
    }

    /// <summary>Whether the last thing that happened to the block is a parking, and no refresh has been asked for since.</summary>
    private async Task<bool> IsRefreshDueAsync()
    {
        if (_tookAway is not { DoneDate: { } parked } || MoveTasks.DestinationOf(_tookAway) is not null)
        {
            return false;
        }

        var calls = session.Client.LoadBalancers;
        var refreshes = await calls.ListTasksAsync(id.ServiceName, LoadBalancerTaskAction.RefreshIplb, status: null, deadline.Token)
            .OrNullAsync();
        if (refreshes is null or [])
        {
            // Without any, the load balancer is there and was not refreshed for long; with no answer it is gone.
            return refreshes is not null;
        }

        var newest = await calls.GetTaskAsync(id.ServiceName, refreshes.Max(), deadline.Token).OrNullAsync();
        return newest is null || newest.CreationDate < parked;
    }
}
