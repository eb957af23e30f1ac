
namespace OvhIplb.Provider.Process;

/// <summary>
/// Counts the moves to each load balancer, and the parkings from it, that this process is waiting for, so that one refresh can
/// serve all of them.
/// </summary>
internal sealed class MovesUnderWay
{
    private readonly Lock _lock = new();

    private readonly Dictionary<string, (int Count, TaskCompletionSource None)> _moves = new(StringComparer.Ordinal);

    /// <summary>A move begins; it ends when the answer is disposed of.</summary>
    public IDisposable Begin(string serviceName)
    {
        lock (_lock)
        {
            _moves[serviceName] = _moves.TryGetValue(serviceName, out var present)
                ? (present.Count + 1, present.None)
                : (1, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        return new Move(this, serviceName);
    }

    /// <summary>How many there are.</summary>
    public int CountOf(string serviceName)
    {
        lock (_lock)
        {
            return _moves.TryGetValue(serviceName, out var present) ? present.Count : 0;
        }
    }

    /// <summary>Done when no move is under way any more.</summary>
    public Task NoneAsync(string serviceName)
    {
        lock (_lock)
        {
            return _moves.TryGetValue(serviceName, out var present) ? present.None.Task : Task.CompletedTask;
        }
    }

    private void End(string serviceName)
    {
        lock (_lock)
        {
            (var count, var none) = _moves[serviceName];
            if (count > 1)
            {
                _moves[serviceName] = (count - 1, none);
                return;
            }

            _moves.Remove(serviceName);
            none.SetResult();
        }
    }

    private sealed class Move(MovesUnderWay moves, string serviceName) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                moves.End(serviceName);
            }
        }
    }
}
