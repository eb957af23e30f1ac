using OvhIplb.Api.Errors;
using OvhIplb.Api.Ips;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;
using OvhIplb.Provider.Process;
using OvhIplb.Provider.Refreshes;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>Brings a block to its load balancer and makes that live; does only what is still to be done.</summary>
internal sealed class FailoverAttachmentCreate(
    Session session,
    FailoverAttachmentId id,
    PropertyBag inputs,
    IOperationLog log,
    Deadline deadline)
{
    private readonly FailoverMoves _moves = new(session, id.Block, log);

    private readonly FailoverAttachmentProgress _progress = new(id, inputs, deadline);

    private string? _saidElsewhere;

    private string? _known;

    /// <param name="before">The state so far; null for a new resource.</param>
    /// <param name="origin">How the block came to be here, where this resource is replaced by itself; null where that is not known.</param>
    /// <returns>The state once all is done.</returns>
    /// <exception cref="ResourceInitializationException">The move was asked for, but not everything is known to be done.</exception>
    public async Task<PropertyBag> AttachAsync(PropertyBag? before, string? origin = null)
    {
        _known = origin;
        _progress.Resume(before);
        var moved = false;
        while (!moved && !await IsHereAsync(before))
        {
            using var move = session.Moves.Begin(id.ServiceName);
            moved = await TryMoveAsync(before);
        }

        var wasAway = before is not null && before.Get(FailoverAttachmentSchema.ServiceName) != id.ServiceName;
        if (wasAway && !moved)
        {
            // Another run, which was killed, or somebody else brought it back; whoever waits for its revision has to know.
            _progress.TaskId = (await _moves.NewestAsync(_progress.TaskId, deadline.Token))?.TaskId ?? _progress.TaskId;
        }

        // Of a block that came back since it was last seen, nobody has said that it is live.
        if (inputs.Get(FailoverAttachmentSchema.AutoRefresh)
            && (moved || wasAway || before?.Get(FailoverAttachmentSchema.Phase) != FailoverAttachmentPhases.Live))
        {
            deadline.Continue(DefaultTimeouts.OfRefresh);
            await _progress.KeepAsync(
                FailoverAttachmentPhases.Refreshing,
                $"{id.Block} is routed to {id.ServiceName}, but the refresh that makes it live",
                RefreshAsync);
        }

        return _progress.StateIn(FailoverAttachmentPhases.Live);
    }

    private async Task<bool> IsHereAsync(PropertyBag? before)
    {
        var ip = await OwnedBlocks.FindAsync(session, id.Block, FailoverAttachmentSchema.Ip.Name, deadline.Token);
        MoveDestinationCheck.RequireFailover(ip);
        if (ip.RoutedService != id.ServiceName)
        {
            if (ip.RoutedService is { } elsewhere && elsewhere != _saidElsewhere)
            {
                _saidElsewhere = elsewhere;
                log.Warning($"{id.Block} serves {elsewhere} now; it is taken from there to {id.ServiceName}.");
            }

            return false;
        }

        if (before is null)
        {
            Adopt($"{id.Block} is routed to {id.ServiceName} already");
        }

        return true;
    }

    private void Adopt(string why)
    {
        _progress.Origin = _known ?? Origin.Adopted;
        log.Info(_progress.Origin != Origin.Adopted
            ? $"{why}, and goes on there."
            : $"{why}: adopted. Deleting this resource leaves it there unless `onDelete` is `park`.");
    }

    /// <returns>Whether the block was moved here; otherwise something else happened to it, and it is to be looked at anew.</returns>
    private async Task<bool> TryMoveAsync(PropertyBag? before)
    {
        if (await JoinOrStartAsync(before) is not { } task)
        {
            return false;
        }

        _progress.TaskId = task.TaskId;
        await _progress.KeepAsync(
            FailoverAttachmentPhases.Moving,
            $"the move of {id.Block} to {id.ServiceName} (task {task.TaskId})",
            () => FollowAsync(task));
        return true;
    }

    private async Task<IpTask?> JoinOrStartAsync(PropertyBag? before)
    {
        if (await _moves.RunningAsync(_progress.TaskId, deadline.Token) is { } running)
        {
            if (MoveTasks.DestinationOf(running) != id.ServiceName)
            {
                await _moves.FollowAsync(running, $"waiting for another move of {id.Block}", deadline.Token);
                return null;
            }

            if (before is null)
            {
                Adopt($"{id.Block} is on its way to {id.ServiceName} already (task {running.TaskId})");
            }

            return running;
        }

        if (!await MoveDestinationCheck.RequireAsync(session, id, deadline.Token))
        {
            return null;
        }

        var started = await TryStartAsync();
        if (started is not null)
        {
            _progress.Origin ??= Origin.Created;
        }

        return started;
    }

    /// <returns>The move; null where it is not to be made just now, or no longer.</returns>
    private async Task<IpTask?> TryStartAsync()
    {
        try
        {
            return await _moves.TryStartAsync(
                token => session.Client.Ips.MoveAsync(id.Block, id.ServiceName, token), id.ServiceName, deadline.Token);
        }
        catch (InvalidRequestException)
        {
            // A move to where the block is by now is refused; anything else is for the user to put right.
            var now = await session.Client.Ips.GetAsync(id.Block, deadline.Token);
            if (now.RoutedService != id.ServiceName)
            {
                throw;
            }

            return null;
        }
    }

    private async Task FollowAsync(IpTask task)
    {
        var ended = await _moves.ArriveAsync(task, id.ServiceName, deadline.Token);
        if (ended.Status.HasFailed)
        {
            throw new OperationException(
                $"the move of {id.Block} to {id.ServiceName} {MoveTasks.Ending(ended)} The block is where it was. Remove the cause, then "
                    + $"run `pulumi up` again.");
        }
    }

    private async Task RefreshAsync()
    {
        await Pending.WarnBeforeRefreshAsync(session, id.ServiceName, log, deadline.Token);
        await session.Refreshes.Join(id.ServiceName, zones: [], log).DoneAsync(deadline.Token);
    }
}
