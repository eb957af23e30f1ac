namespace OvhIplb.Api.Authentication;

/// <summary>A value asked for by whoever needs it first, and anew by whoever first finds it wanting; all others wait for that one answer.</summary>
internal sealed class Renewable<T>(Func<CancellationToken, Task<T>> ask) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim _oneAsks = new(1, 1);
    private volatile T? _current;

    /// <param name="isGood">Whether the value there is will do; it is asked for where there is none.</param>
    /// <param name="cancellationToken">Ends the wait for another caller's question as well as one's own.</param>
    public async Task<T> GetAsync(Func<T, bool> isGood, CancellationToken cancellationToken)
    {
        if (_current is { } good && isGood(good))
        {
            return good;
        }

        await _oneAsks.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_current is { } renewed && isGood(renewed))
            {
                return renewed;
            }

            return _current = await ask(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _oneAsks.Release();
        }
    }

    public void Dispose() => _oneAsks.Dispose();
}
