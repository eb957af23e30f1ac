namespace OvhIplb.Api.Pipeline;

/// <summary>
/// Token bucket on an injected clock, served in order of arrival. (The framework's TokenBucketRateLimiter reads the
/// machine's clock, which would leave every wait here outside the tests' reach.)
/// </summary>
internal sealed class TokenBucket
{
    private readonly Lock _lock = new();
    private readonly RateLimit _limit;
    private readonly TimeProvider _time;
    private double _tokens;
    private long _filledAt;

    public TokenBucket(RateLimit limit, TimeProvider time)
    {
        _limit = limit;
        _time = time;
        _tokens = limit.Burst;
        _filledAt = time.GetTimestamp();
    }

    /// <summary>Returns once a token is ours. Cancellation ends the wait at once and hands the token back.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var wait = Reserve();
        if (wait == TimeSpan.Zero)
        {
            return;
        }

        try
        {
            await Task.Delay(wait, _time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
            {
                _tokens += 1;
            }

            throw;
        }
    }

    /// <summary>The server has had enough: no more tokens for so long, and a slow start after it.</summary>
    public void Pause(TimeSpan duration)
    {
        lock (_lock)
        {
            Fill();
            _tokens = Math.Min(_tokens, -duration.TotalSeconds * _limit.PerSecond);
        }
    }

    private void Fill()
    {
        var now = _time.GetTimestamp();
        var earned = _time.GetElapsedTime(_filledAt, now).TotalSeconds * _limit.PerSecond;
        _tokens = Math.Min(_limit.Burst, _tokens + earned);
        _filledAt = now;
    }

    private TimeSpan Reserve()
    {
        lock (_lock)
        {
            Fill();
            _tokens -= 1;
            return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / _limit.PerSecond);
        }
    }
}
