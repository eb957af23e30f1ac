using System.Net;

namespace OvhIplb.Api.Pipeline;

/// <summary>Holds each attempt until the bucket has a token for it; a server that has had enough holds all of them.</summary>
internal sealed class RateLimitHandler(TokenBucket bucket, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await bucket.TakeAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests && RetryAfter.Of(response, time) is { } wait
            && wait <= RetryAfter.Longest)
        {
            bucket.Pause(wait);
        }

        return response;
    }
}
