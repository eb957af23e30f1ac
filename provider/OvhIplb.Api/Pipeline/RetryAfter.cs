namespace OvhIplb.Api.Pipeline;

/// <summary>The Retry-After header, as a wait from now.</summary>
internal static class RetryAfter
{
    /// <summary>Null where the server named none; never negative.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
