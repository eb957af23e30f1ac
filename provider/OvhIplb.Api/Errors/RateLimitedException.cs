namespace OvhIplb.Api.Errors;

/// <summary>429: too many calls, and still so after waiting as often as is sensible. The call had no effect.</summary>
public sealed class RateLimitedException : OvhApiException
{
    internal RateLimitedException(Failure failure)
        : base(failure, failure.RetryAfter is { } wait
            ? $"Wait {wait.TotalSeconds:0} s, then run again; see whether something else uses the same credentials."
            : "Wait a few minutes, then run again; see whether something else uses the same credentials.")
    {
    }
}
