using System.Net.Http.Headers;
using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api.Authentication;

/// <summary>Puts an access token on each attempt.</summary>
internal sealed class BearerHandler(Func<HttpRequestMessage, string> tokenFor) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.IsAnonymous())
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokenFor(request));
        }

        return base.SendAsync(request, cancellationToken);
    }
}
