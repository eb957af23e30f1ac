using OvhIplb.Api.Errors;

namespace OvhIplb.Provider.Process;

/// <summary>Looks at something again and again until it is done, politely, and says how far it is.</summary>
internal sealed class Polling(TimeProvider time, TimeSpan interval)
{
    /// <summary>A task that was just made may not be found for a moment.</summary>
    private const int NotFoundTolerated = 3;

    /// <summary>A log repeats a line after a minute; a timer may be a moment early.</summary>
    private static readonly TimeSpan SaidAgain = TimeSpan.FromSeconds(61);

    /// <param name="look">One look; its answer is judged by <paramref name="isDone"/>.</param>
    /// <param name="isDone">Whether what was seen ends the wait.</param>
    /// <param name="say">Receives what was seen and for how long the wait has lasted.</param>
    /// <param name="cancellation">Ends the wait at once.</param>
    public async Task<T> UntilAsync<T>(
        Func<CancellationToken, Task<T>> look, Func<T, bool> isDone, Action<T, TimeSpan> say, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        for (var notFound = 0; ;)
        {
            try
            {
                var seen = await look(cancellation);
                if (isDone(seen))
                {
                    return seen;
                }

                say(seen, time.GetElapsedTime(start));
            }
            catch (UnavailableException)
            {
                // The client has tried again already; what is waited for goes on without us, so the next look may succeed.
            }
            catch (RateLimitedException limited)
            {
                await Task.Delay(limited.RetryAfter ?? TimeSpan.Zero, time, cancellation);
            }
            catch (NotFoundException) when (++notFound <= NotFoundTolerated)
            {
            }

            await PauseAsync(cancellation);
        }
    }

    /// <summary>One look, made again where the API could not be reached.</summary>
    public Task<T> LookAsync<T>(Func<CancellationToken, Task<T>> look, CancellationToken cancellation) =>
        UntilAsync(look, static _ => true, static (_, _) => { }, cancellation);

    /// <summary>Waits for what this process itself ends, and says about once a minute for how long.</summary>
    public async Task<T> ForAsync<T>(Task<T> ended, Action<TimeSpan> say)
    {
        var start = time.GetTimestamp();
        while (!ended.IsCompleted)
        {
            say(time.GetElapsedTime(start));
            await ((Task)ended).WaitAsync(SaidAgain, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return await ended;
    }

    /// <summary>The time between two looks.</summary>
    public Task PauseAsync(CancellationToken cancellation) => Task.Delay(interval, time, cancellation);
}
