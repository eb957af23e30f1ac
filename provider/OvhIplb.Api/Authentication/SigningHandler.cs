using System.Globalization;
using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api.Authentication;

/// <summary>Puts the X-Ovh-* headers on each attempt, so that a repeated one carries a fresh timestamp.</summary>
internal sealed class SigningHandler(ApplicationCredentials credentials, TimeProvider time) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Set(request, "X-Ovh-Application", credentials.ApplicationKey);
        if (!request.IsAnonymous())
        {
            var body = request.Content is RequestBody content ? content.Bytes.Span : [];
            var timestamp = time.GetUtcNow().ToUnixTimeSeconds() + ClockHandler.ValueFor(request).AheadBy;
            Set(request, "X-Ovh-Consumer", credentials.ConsumerKey);
            Set(request, "X-Ovh-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
            Set(
                request,
                "X-Ovh-Signature",
                Signature.Of(credentials, request.Method.Method, request.RequestUri!.AbsoluteUri, body, timestamp));
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static void Set(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);
    }
}
