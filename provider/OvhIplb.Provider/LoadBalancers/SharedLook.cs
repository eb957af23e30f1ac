using System.Diagnostics.CodeAnalysis;

namespace OvhIplb.Provider.LoadBalancers;

/// <summary>One look at something for everybody who asks while it is under way; whoever asks later has another made.</summary>
internal sealed class SharedLook<T>(Func<string, CancellationToken, Task<T>> look)
{
    private readonly Lock _lock = new();

    private readonly Dictionary<string, Look> _underWay = new(StringComparer.Ordinal);

    /// <param name="key">What is looked at.</param>
    /// <param name="cancellation">Ends the wait at once; the look itself once nobody waits for it any more.</param>
    public async Task<T> JoinAsync(string key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Look joined = Join(key);
        try
        {
            return await joined.Answer.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            Leave(key, joined);
        }
    }

    private Look Join(string key)
    {
        lock (_lock)
        {
            if (!_underWay.TryGetValue(key, out Look? joined))
            {
                joined = new Look();
                _underWay[key] = joined;
                joined.Answer = Task.Run(() => RunAsync(key, joined));
            }

            joined.Waiting++;
            return joined;
        }
    }

    private async Task<T> RunAsync(string key, Look joined)
    {
        try
        {
            return await look(key, joined.Abandoned.Token).ConfigureAwait(false);
        }
        finally
        {
            End(key, joined);
        }
    }

    private void Leave(string key, Look joined)
    {
        lock (_lock)
        {
            if (--joined.Waiting > 0 || joined.Answer.IsCompleted)
            {
                return;
            }
        }

        // Not to be joined by anybody from now on.
        End(key, joined);
        joined.Abandoned.Cancel();
    }

    private void End(string key, Look joined)
    {
        lock (_lock)
        {
            if (_underWay.GetValueOrDefault(key) == joined)
            {
                _underWay.Remove(key);
            }
        }
    }

    [SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing, and the look outlives its last waiter for a moment.")]
    private sealed class Look
    {
        public CancellationTokenSource Abandoned { get; } = new();

        public Task<T> Answer { get; set; } = null!;

        public int Waiting { get; set; }
    }
}
