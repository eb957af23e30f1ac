using OvhIplb.Api.Errors;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Api.Ips;
using OvhIplb.Provider.LoadBalancers;
using OvhIplb.Provider.Resources;

namespace OvhIplb.Provider.FailoverAttachments;

/// <summary>The moves of one block: finds the one that runs, starts one, follows one.</summary>
internal sealed class Moves(Session session, IpBlock block, IOperationLog log)
{
    private readonly IpCalls _ips = session.Client.Ips;

    /// <summary>The move or parking that runs now; null where none does.</summary>
    public async Task<IpTask?> RunningAsync(CancellationToken cancellation)
    {
        IReadOnlyList<long> ids = await _ips.ListTasksAsync(block, IpTaskFunction.GenericMoveFloatingIp, status: null, cancellation)
            .ConfigureAwait(false);
        if (ids.Count == 0)
        {
            return null;
        }

        // One block has one move at a time, so only the newest task can still run.
        IpTask newest = await _ips.GetTaskAsync(block, ids.Max(), cancellation).ConfigureAwait(false);
        return newest.Status.IsFinal ? null : newest;
    }

    /// <summary>Starts what <paramref name="send"/> sends. Where its answer was lost, looks whether it took effect instead of sending again.</summary>
    public async Task<IpTask> StartAsync(Func<CancellationToken, Task<IpTask>> send, string? destination, CancellationToken cancellation)
    {
        try
        {
            return await send(cancellation).ConfigureAwait(false);
        }
        catch (OvhApiException lost) when (lost.MayHaveTakenEffect)
        {
            if (await RunningAsync(cancellation).ConfigureAwait(false) is { } running && DestinationOf(running) == destination)
            {
                return running;
            }

            throw;
        }
    }

    /// <summary>Waits until the task has ended, well or not.</summary>
    public Task<IpTask> FollowAsync(IpTask task, string what, CancellationToken cancellation) => task.Status.IsFinal
        ? Task.FromResult(task)
        : session.Polling.UntilAsync(
            token => _ips.GetTaskAsync(block, task.TaskId, token),
            static seen => seen.Status.IsFinal,
            (seen, elapsed) => log.Status($"{what}: task {seen.TaskId} {seen.Status}, {Durations.InWords(elapsed)}"),
            cancellation);

    /// <summary>Where a task takes the block; null for parking.</summary>
    public static string? DestinationOf(IpTask task) => task.Destination?.Service;
}
