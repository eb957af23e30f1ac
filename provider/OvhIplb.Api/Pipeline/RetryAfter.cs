namespace OvhIplb.Api.Pipeline;

/// <summary>The Retry-After header, as a wait from now.</summary>
internal static class RetryAfter
{
    /// <summary>A server that asks for more than this is not waited for: the caller is told instead.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Null where the server named none; never negative.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        // The server's date is by the server's clock, which its answer tells.
        var wait = header?.Delta ?? (header?.Date - (response.Headers.Date ?? time.GetUtcNow()));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
