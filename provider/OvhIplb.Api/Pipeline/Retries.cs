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
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>A server that asks for more than this is not waited for: the caller is told instead.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(2);

    private readonly ResiliencePipeline _ofIdempotent;
    private readonly ResiliencePipeline _ofOther;

    public Retries(TimeProvider time, Random random)
    {
        var gate = new Lock();
        _ofIdempotent = Build(static failure => failure.IsTransient);
        _ofOther = Build(static failure => failure.IsTransient && (failure is RateLimitedException || failure.WasNotSent));

        ResiliencePipeline Build(Func<OvhApiException, bool> mayRepeat) => new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = MostRetries,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = Next,
                ShouldHandle = arguments => new(
                    arguments.Outcome.Exception is OvhApiException failure && !(failure.RetryAfter > LongestRetryAfter) && mayRepeat(failure)),
                DelayGenerator = static arguments => new((arguments.Outcome.Exception as OvhApiException)?.RetryAfter),
            })
            .Build();

        double Next()
        {
            lock (gate)
            {
                return random.NextDouble();
            }
        }
    }

    public async Task<T> ExecuteAsync<T>(HttpMethod method, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
        => await (IsIdempotent(method) ? _ofIdempotent : _ofOther)
            .ExecuteAsync(async cancellation => await attempt(cancellation).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);

    private static bool IsIdempotent(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Put || method == HttpMethod.Delete;
}
