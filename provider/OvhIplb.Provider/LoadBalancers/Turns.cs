using System.Collections.Concurrent;

namespace OvhIplb.Provider.LoadBalancers;

/// <summary>One at a time, for each of whatever they take turns at.</summary>
internal sealed class Turns
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn; it ends when the answer is disposed of.</summary>
    /// <param name="what">What they take turns at.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="wait">Says that there is a wait; null where it is never long.</param>
    public async Task<IDisposable> TakeAsync(string what, CancellationToken cancellation, Action? wait = null)
    {
        SemaphoreSlim turn = _turns.GetOrAdd(what, static _ => new SemaphoreSlim(1, 1));
        Task taken = turn.WaitAsync(cancellation);
        if (!taken.IsCompleted)
        {
            wait?.Invoke();
        }

        await taken.ConfigureAwait(false);
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
