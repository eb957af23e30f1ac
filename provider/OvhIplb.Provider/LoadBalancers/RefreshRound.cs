using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using OvhIplb.Api;
using OvhIplb.Api.Errors;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Resources;

namespace OvhIplb.Provider.LoadBalancers;

/// <summary>One refresh of a load balancer, from its preparation to the end of its task, shared by everybody who joined it in time.</summary>
[SuppressMessage("Design", "CA1001", Justification = "See _abandoned.")]
internal sealed class RefreshRound(
    OvhClient client, Polling polling, MovesUnderWay moves, TimeProvider time, string serviceName, IReadOnlyList<string> zones)
{
    private static readonly TimeSpan MovesAwaited = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<IOperationLog> _logs = new();

    // Cancelled when the last one who waits has given up: nobody is left for whom to go on. Never disposed of, as the work
    // outlives the last waiter for a moment, and a source without a timer holds nothing.
    private readonly CancellationTokenSource _abandoned = new();

    private int _waiting;

    private Task<long>? _work;

    /// <summary>The task that is being followed, once there is one.</summary>
    public long? TaskId { get; private set; }

    public void Add(IOperationLog log)
    {
        Interlocked.Increment(ref _waiting);
        _logs.Enqueue(log);
    }

    public void Start(SemaphoreSlim turn, Action closed) => _work = Task.Run(() => RunAsync(turn, closed));

    /// <summary>Waits for the end of the refresh and answers its (last) task's number.</summary>
    /// <exception cref="OperationException">The task failed.</exception>
    public async Task<long> DoneAsync(CancellationToken cancellation)
    {
        try
        {
            return await _work!.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (Interlocked.Decrement(ref _waiting) == 0)
            {
                await _abandoned.CancelAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<long> RunAsync(SemaphoreSlim turn, Action closed)
    {
        try
        {
            await turn.WaitAsync(_abandoned.Token).ConfigureAwait(false);
            try
            {
                await WaitForMovesAsync().ConfigureAwait(false);
                await WaitForRunningAsync().ConfigureAwait(false);
                closed();
                foreach (string? zone in zones.Count == 0 ? [null] : zones.AsEnumerable<string?>())
                {
                    LoadBalancerTask task = await SendAsync(zone).ConfigureAwait(false);
                    await FollowAsync(task).ConfigureAwait(false);
                }

                return TaskId!.Value;
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            closed();
        }
    }

    private async Task WaitForMovesAsync()
    {
        Task none = moves.NoneAsync(serviceName);
        if (!none.IsCompleted)
        {
            Say($"waiting for moves to {serviceName} before its refresh");
            await Task.WhenAny(none, Task.Delay(MovesAwaited, time, _abandoned.Token)).ConfigureAwait(false);
            _abandoned.Token.ThrowIfCancellationRequested();
        }
    }

    private Task<IReadOnlyList<long>> WaitForRunningAsync() => polling.UntilAsync(
        RunningAsync,
        static running => running.Count == 0,
        (running, elapsed) => Say($"waiting for refresh task {running[0]} of {serviceName}, {Durations.InWords(elapsed)}"),
        _abandoned.Token);

    private async Task<IReadOnlyList<long>> RunningAsync(CancellationToken cancellation)
    {
        IReadOnlyList<long> doing = await client.LoadBalancers
            .ListTasksAsync(serviceName, LoadBalancerTaskAction.RefreshIplb, LoadBalancerTaskStatus.Doing, cancellation).ConfigureAwait(false);
        IReadOnlyList<long> todo = await client.LoadBalancers
            .ListTasksAsync(serviceName, LoadBalancerTaskAction.RefreshIplb, LoadBalancerTaskStatus.Todo, cancellation).ConfigureAwait(false);
        return [.. doing, .. todo];
    }

    /// <summary>"Already running" means: wait for that one, then send ours. A lost answer is looked up, not sent again blindly.</summary>
    private async Task<LoadBalancerTask> SendAsync(string? zone)
    {
        while (true)
        {
            try
            {
                return await client.LoadBalancers.RefreshAsync(serviceName, zone, _abandoned.Token).ConfigureAwait(false);
            }
            catch (ConflictException)
            {
                await WaitForRunningAsync().ConfigureAwait(false);
            }
            catch (OvhApiException lost) when (lost.MayHaveTakenEffect)
            {
                IReadOnlyList<long> running = await RunningAsync(_abandoned.Token).ConfigureAwait(false);
                if (running.Count > 0)
                {
                    return await client.LoadBalancers.GetTaskAsync(serviceName, running.Max(), _abandoned.Token).ConfigureAwait(false);
                }

                throw;
            }
        }
    }

    private async Task FollowAsync(LoadBalancerTask sent)
    {
        TaskId = sent.Id;
        LoadBalancerTask ended = HasEnded(sent) ? sent : await polling.UntilAsync(
            cancellation => client.LoadBalancers.GetTaskAsync(serviceName, sent.Id, cancellation),
            HasEnded,
            (task, elapsed) => Say($"refreshing {serviceName}: task {task.Id} {task.Status}, {task.Progress} %, {Durations.InWords(elapsed)}"),
            _abandoned.Token).ConfigureAwait(false);

        if (ended.Status != LoadBalancerTaskStatus.Done)
        {
            throw new OperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"the refresh of {serviceName} ended as '{ended.Status}' (task {ended.Id}); the API does not say why. Its saved configuration is not "
                + $"live. A frontend without a farm, redirection or route, or a farm outside the vRack, is the usual cause: correct it, then run "
                + $"`pulumi up` again."));
        }
    }

    /// <summary>A blocked task waits for somebody at OVHcloud, not for us.</summary>
    private static bool HasEnded(LoadBalancerTask task) => task.Status.IsFinal || task.Status == LoadBalancerTaskStatus.Blocked;

    private void Say(string text)
    {
        foreach (IOperationLog log in _logs)
        {
            log.Status(text);
        }
    }
}
