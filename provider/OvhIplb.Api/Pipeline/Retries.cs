using OvhIplb.Api.Errors;
using Polly;
using Polly.Retry;

namespace OvhIplb.Api.Pipeline;

/// <summary>
/// Repeats what may be repeated. A call that does the same when it is sent twice (GET, PUT, DELETE): after 408, 429, 5xx, a
/// proxy's page, an answer that cannot be read, or none. Any other only after 429, which had no effect, or where it was never sent.
/// </summary>
internal sealed class Retries
{
    private const int MostRetries = 3;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);

    /// <summary>After a 429 that names no time. Three of them, each twice the one before, outlast a budget of calls a minute.</summary>
    private static readonly TimeSpan FirstDelayOfLimited = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Random _random;
    private readonly ResiliencePipeline _ofIdempotent;
    private readonly ResiliencePipeline _ofOther;

    public Retries(TimeProvider time, Random random)
    {
        _random = random;
        _ofIdempotent = Build(time, static failure => failure.IsTransient);
        _ofOther = Build(time, static failure => failure.IsTransient && (failure is RateLimitedException || failure.WasNotSent));
    }

    public async Task<T> ExecuteAsync<T>(HttpMethod method, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
        => await (IsIdempotent(method) ? _ofIdempotent : _ofOther)
            .ExecuteAsync(async cancellation => await attempt(cancellation), cancellationToken);

    private static bool IsIdempotent(HttpMethod method)
        => method == HttpMethod.Get || method == HttpMethod.Put || method == HttpMethod.Delete;

    private ResiliencePipeline Build(TimeProvider time, Func<OvhApiException, bool> mayRepeat) => new ResiliencePipelineBuilder
    {
        TimeProvider = time
    }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = MostRetries,
            Delay = FirstDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Randomizer = Next,
            ShouldHandle = arguments => new(
                arguments.Outcome.Exception is OvhApiException failure && !(failure.RetryAfter > RetryAfter.Longest) && mayRepeat(failure)),
            DelayGenerator = arguments => new(DelayAfter(arguments.Outcome.Exception as OvhApiException, arguments.AttemptNumber)),
        })
        .Build();

    /// <summary>
    /// What the server asked for and a little more, so that all who were refused do not come back together; null for the usual.
    /// </summary>
    private TimeSpan? DelayAfter(OvhApiException? failure, int attempt) => failure switch
    {
        { RetryAfter: { } asked } => TimeSpan.FromSeconds(Math.Max(asked.TotalSeconds, FirstDelay.TotalSeconds) * (1 + (Next() / 10))),
        RateLimitedException => FirstDelayOfLimited * Math.Pow(2, attempt) * (0.75 + (Next() / 2)),
        _ => null,
    };

    private double Next()
    {
        lock (_lock)
        {
            return _random.NextDouble();
        }
    }
}
