namespace OvhIplb.Api.Authentication;

/// <summary>The API's clock, as the local clock plus a difference asked for once.</summary>
internal sealed class ServerClock(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _oneAsks = new(1, 1);
    private volatile Reading? _reading;

    /// <summary>Unix seconds by the server's clock.</summary>
    /// <exception cref="InvalidOperationException">It was never synchronised.</exception>
    public long UnixSeconds
        => LocalUnixSeconds + (_reading ?? throw new InvalidOperationException("The server's clock was read before it was known.")).Delta;

    /// <summary>The difference in use, or null before the first; hand it to <see cref="SynchroniseAsync"/> to have it replaced.</summary>
    public object? Current => _reading;

    private long LocalUnixSeconds => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Asks for the server's time unless another caller already replaced the reading that was found wanting.</summary>
    /// <param name="stale">The reading that is no longer good; null for the first.</param>
    /// <param name="ask">Gets the server's unix seconds.</param>
    /// <param name="cancellationToken">Ends the wait for another caller's question as well as one's own.</param>
    public async Task SynchroniseAsync(object? stale, Func<CancellationToken, Task<long>> ask, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(_reading, stale))
        {
            return;
        }

        await _oneAsks.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (ReferenceEquals(_reading, stale))
            {
                var server = await ask(cancellationToken).ConfigureAwait(false);
                _reading = new Reading(server - LocalUnixSeconds);
            }
        }
        finally
        {
            _oneAsks.Release();
        }
    }

    public void Dispose() => _oneAsks.Dispose();

    private sealed class Reading(long delta)
    {
        public long Delta { get; } = delta;
    }
}
