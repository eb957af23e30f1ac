using System.Net.Http.Headers;
using OvhIplb.Api.Endpoints;
using OvhIplb.Api.Errors;

namespace OvhIplb.Api.Pipeline;

/// <summary>Makes every request of a client.</summary>
internal sealed class RequestFactory(Endpoint endpoint, string userAgent, Redaction redaction)
{
    /// <summary>What no message about these requests may show.</summary>
    public Redaction Redaction => redaction;

    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path and query below the endpoint's base URL.</param>
    /// <param name="body">JSON; null for none.</param>
    public HttpRequestMessage Create(HttpMethod method, string path, byte[]? body)
    {
        var request = Create(method, endpoint.UrlOf(path), path);
        if (body is not null || method == HttpMethod.Post)
        {
            request.Content = new RequestBody(body);
        }

        return request;
    }

    /// <summary>A question that is asked without credentials and changes nothing.</summary>
    public HttpRequestMessage CreateAnonymous(HttpMethod method, string path)
    {
        var request = Create(method, path, null);
        request.MarkAnonymous();
        return request;
    }

    /// <summary>As above, of a server that is not the API's.</summary>
    public HttpRequestMessage CreateAnonymous(HttpMethod method, Uri url)
    {
        var request = Create(method, url, url.AbsoluteUri);
        request.MarkAnonymous();
        return request;
    }

    private HttpRequestMessage Create(HttpMethod method, Uri url, string path)
    {
        var request = new HttpRequestMessage(method, url);
        request.SetPath(path);
        request.SetRedaction(redaction);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        return request;
    }
}
