using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OvhIplb.Api.Endpoints;
using OvhIplb.Api.Errors;
using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api;

/// <summary>Turns a typed call into a request for the pipeline and its answer into a typed value or an exception.</summary>
internal sealed class Connection(Endpoint endpoint, string userAgent, HttpMessageHandler pipeline, TimeProvider time) : IDisposable
{
    private readonly HttpMessageInvoker _pipeline = new(pipeline);

    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        => SendAsync(HttpMethod.Get, path, null, answer, anonymous: false, cancellationToken);

    public Task<T> GetAnonymouslyAsync<T>(string path, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        => SendAsync(HttpMethod.Get, path, null, answer, anonymous: true, cancellationToken);

    public Task<T> PostAsync<T>(string path, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        => SendAsync(HttpMethod.Post, path, null, answer, anonymous: false, cancellationToken);

    public Task<T> PostAsync<TBody, T>(
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<T> answer,
        CancellationToken cancellationToken)
        => SendAsync(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, bodyType), answer, anonymous: false, cancellationToken);

    /// <summary>Whatever a success answers is of no interest: "void" is null or nothing at all.</summary>
    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var request = RequestOf(HttpMethod.Delete, path, null);
        using var response = await _pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await TextOfSuccessAsync(request, response, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _pipeline.Dispose();

    private async Task<T> SendAsync<T>(
        HttpMethod method,
        string path,
        byte[]? body,
        JsonTypeInfo<T> answer,
        bool anonymous,
        CancellationToken cancellationToken)
    {
        using var request = RequestOf(method, path, body);
        if (anonymous)
        {
            request.MarkAnonymous();
        }

        using var response = await _pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var text = await TextOfSuccessAsync(request, response, cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(text, answer) ?? throw new JsonException("null is no answer to this call.");
        }
        catch (JsonException unreadable)
        {
            throw Refusal.Unreadable(request, response, text, unreadable);
        }
    }

    private HttpRequestMessage RequestOf(HttpMethod method, string path, byte[]? body)
    {
        var request = new HttpRequestMessage(method, endpoint.UrlOf(path));
        request.SetPath(path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return request;
    }

    private async Task<string> TextOfSuccessAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode ? text : throw Refusal.From(request, response, text, time);
    }
}
