using System.Net;
using OvhIplb.Api.Errors;

namespace OvhIplb.Api.Pipeline;

/// <summary>
/// Repeats what may be repeated: a GET after 408, 429, 5xx or a lost answer; anything else only after 429, which had
/// no effect. Everything else goes to the caller at once.
/// </summary>
internal sealed class RetryHandler(TimeProvider time, Random random) : DelegatingHandler
{
    private const int MostAttempts = 4;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>A server that asks for more than this is not waited for: the caller is told instead.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(2);

    private readonly Lock _random = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan delay;
            try
            {
                var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                delay = RetryAfter.Of(response, time) ?? BackOff(attempt);
                if (attempt == MostAttempts || !MayRepeat(request.Method, response.StatusCode) || delay > LongestRetryAfter)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (UnavailableException) when (attempt < MostAttempts && request.Method == HttpMethod.Get)
            {
                delay = BackOff(attempt);
            }

            await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool MayRepeat(HttpMethod method, HttpStatusCode status)
        => status == HttpStatusCode.TooManyRequests
            || (method == HttpMethod.Get && (status == HttpStatusCode.RequestTimeout || (int)status >= 500));

    private TimeSpan BackOff(int attempt)
    {
        var ceiling = Math.Min(FirstDelay.TotalSeconds * (1 << (attempt - 1)), LongestDelay.TotalSeconds);
        lock (_random)
        {
            // At least half of it, so that a burst of refused calls spreads without one coming back at once.
            return TimeSpan.FromSeconds(ceiling * (0.5 + (random.NextDouble() / 2)));
        }
    }
}
