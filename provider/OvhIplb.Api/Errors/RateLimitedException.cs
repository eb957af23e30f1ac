namespace OvhIplb.Api.Errors;

/// <summary>429: too many calls, and still so after waiting as often as is sensible. The call had no effect.</summary>
public sealed class RateLimitedException : OvhApiException
{
    internal RateLimitedException(Failure failure, TimeSpan? retryAfter)
        : base(failure, retryAfter is { } wait
            ? $"Wait {wait.TotalSeconds:0} s, then run again; see whether something else uses the same credentials."
            : "Wait a few minutes, then run again; see whether something else uses the same credentials.")
        => RetryAfter = retryAfter;

    /// <summary>How long the server asked to be left alone; null where it named nothing.</summary>
    public TimeSpan? RetryAfter { get; }
}
