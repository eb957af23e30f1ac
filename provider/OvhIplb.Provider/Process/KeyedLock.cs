using System.Collections.Concurrent;

namespace OvhIplb.Provider.Process;

/// <summary>One at a time, for each of whatever they take turns at.</summary>
internal sealed class KeyedLock
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn; it ends when the answer is disposed of.</summary>
    /// <param name="what">What they take turns at.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IDisposable> TakeAsync(string what, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(what, static _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
