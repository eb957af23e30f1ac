using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Refreshes;

/// <summary>
/// One refresh of a load balancer, from its preparation to the end of its task, shared by everybody who joined it in time.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "See _abandoned.")]
internal sealed class RefreshRound : IOperationLog
{
    // Whoever joins late hears only what is said from then on.
    private readonly ConcurrentQueue<IOperationLog> _logs = new();

    // Cancelled when the last one who waits has given up: nobody is left for whom to go on. Never disposed of, as the work
    // outlives the last waiter for a moment, and a source without a timer holds nothing.
    private readonly CancellationTokenSource _abandoned = new();

    private readonly Polling _polling;

    private readonly string _serviceName;

    private readonly RefreshWork _work;

    private int _waiting;

    private bool _isAbandoned;

    private Task? _done;

    public RefreshRound(Session session, string serviceName, IReadOnlyList<string> zones)
    {
        _polling = session.Polling;
        _serviceName = serviceName;
        _work = new RefreshWork(session, serviceName, zones, this);
    }

    /// <inheritdoc cref="RefreshWork.TaskId"/>
    public long? TaskId => _work.TaskId;

    /// <returns>Whether the round took another in; one that everybody has given up on does not.</returns>
    public bool TryAdd(IOperationLog log)
    {
        lock (_logs)
        {
            if (_isAbandoned)
            {
                return false;
            }

            _waiting++;
            _logs.Enqueue(log);
            return true;
        }
    }

    /// <param name="turns">One refresh of a load balancer at a time.</param>
    /// <param name="closed">Called when nobody may join any more.</param>
    public void Start(KeyedLock turns, Action closed) => _done = Task.Run(() => RunAsync(turns, closed));

    /// <summary>Waits for the end of the refresh.</summary>
    /// <exception cref="OperationException">The task failed.</exception>
    public async Task DoneAsync(CancellationToken cancellation)
    {
        try
        {
            await _done!.WaitAsync(cancellation);
        }
        finally
        {
            Leave();
        }
    }

    void IOperationLog.Status(string text) => ForEach(log => log.Status(text));

    void IOperationLog.Wait(string text, TimeSpan elapsed, string detail) => ForEach(log => log.Wait(text, elapsed, detail));

    void IOperationLog.Info(string text) => ForEach(log => log.Info(text));

    void IOperationLog.Warning(string text) => ForEach(log => log.Warning(text));

    private void Leave()
    {
        lock (_logs)
        {
            if (--_waiting > 0)
            {
                return;
            }

            _isAbandoned = true;
        }

        // Outside the lock: the work ends on this very thread, and its end asks for the coordinator's lock, whose holder may
        // be about to join us.
        _abandoned.Cancel();
    }

    private async Task RunAsync(KeyedLock turns, Action closed)
    {
        try
        {
            using var turn = await _polling.ForAsync(
                turns.TakeAsync(_serviceName, _abandoned.Token),
                elapsed => ((IOperationLog)this).Wait($"waiting for another refresh of {_serviceName} by this program", elapsed));
            await _work.PrepareAsync(_abandoned.Token);
            closed();
            await _work.MakeLiveAsync(_abandoned.Token);
        }
        finally
        {
            closed();
        }
    }

    private void ForEach(Action<IOperationLog> say)
    {
        foreach (var log in _logs)
        {
            say(log);
        }
    }
}
