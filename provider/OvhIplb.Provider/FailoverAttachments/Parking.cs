using OvhIplb.Api.Ips;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>Takes a block off its load balancer, if it is there or <c>lastMove</c>, a task, still brings it there, and makes that live.</summary>
internal sealed class Parking(Session session, AttachmentId id, long? lastMove, IOperationLog log, Deadline deadline)
{
    private readonly Moves _moves = new(session, id.Block, log);

    // What took the block away may be the parking of an earlier delete that was cut short before its refresh.
    private bool _hasLeftJustNow;

    public async Task ParkAsync()
    {
        while (await IsHereAsync().ConfigureAwait(false))
        {
            bool parked;
            using (session.Moves.Begin(id.ServiceName))
            {
                parked = await TryParkAsync().ConfigureAwait(false);
            }

            if (parked)
            {
                await RefreshAsync().ConfigureAwait(false);
                return;
            }
        }

        if (_hasLeftJustNow)
        {
            await RefreshAsync().ConfigureAwait(false);
        }
    }

    private async Task<bool> IsHereAsync()
    {
        if (await _moves.RunningAsync(lastMove, deadline.Token).ConfigureAwait(false) is { } running)
        {
            await _moves.FollowAsync(running, $"waiting for the running move of {id.Block}", deadline.Token).ConfigureAwait(false);
            _hasLeftJustNow = true;
        }

        if (await LookAsync().ConfigureAwait(false) is not { } ip)
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
        if (await _moves.TryStartAsync(token => session.Client.Ips.ParkAsync(id.Block, token), destination: null, deadline.Token)
            .ConfigureAwait(false) is not { } task)
        {
            return false;
        }

        IpTask ended;
        try
        {
            ended = await _moves.FollowAsync(task, $"parking {id.Block}", deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.Token.IsCancellationRequested)
        {
            throw new OperationException(
                $"the parking of {id.Block} (task {task.TaskId}) is not known to be done {deadline.Reason}. It goes on at OVHcloud, and the resource is "
                + "kept in the state; run the operation again to see it through.");
        }

        if (ended.Status.HasFailed)
        {
            throw new OperationException(
                $"the parking of {id.Block} {Moves.Ending(ended)} It is still routed to {id.ServiceName} and kept in the state.");
        }

        return true;
    }

    private Task RefreshAsync()
    {
        deadline.Continue(Durations.OfRefresh);
        return Deletion.MakeLiveAsync(
            $"{id.Block} is parked", id.ServiceName, () => session.Refreshes.Join(id.ServiceName, zones: [], log).DoneAsync(deadline.Token), log, deadline);
    }
}
