using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OvhIplb.Api.Errors;
using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api;

/// <summary>
/// Turns a typed call into a request for the pipeline, as often as it takes, and its answer into a typed value or an exception.
/// </summary>
internal sealed class Connection(RequestFactory requests, Retries retries, HttpMessageHandler pipeline, TimeProvider time) : IDisposable
{
    private readonly HttpMessageInvoker _pipeline = new(pipeline);

    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        => SendAsync(HttpMethod.Get, () => requests.Create(HttpMethod.Get, path, null), answer, cancellationToken);

    public Task<T> GetAnonymouslyAsync<T>(string path, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        => SendAsync(HttpMethod.Get, () => requests.CreateAnonymous(HttpMethod.Get, path), answer, cancellationToken);

    public Task<T> PostAsync<T>(string path, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        => SendAsync(HttpMethod.Post, () => requests.Create(HttpMethod.Post, path, null), answer, cancellationToken);

    public Task<T> PostAsync<TBody, T>(
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<T> answer,
        CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, bodyType);
        return SendAsync(HttpMethod.Post, () => requests.Create(HttpMethod.Post, path, bytes), answer, cancellationToken);
    }

    public Task PutAsync<TBody>(string path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, bodyType);
        return SendAsync(HttpMethod.Put, () => requests.Create(HttpMethod.Put, path, bytes), Nothing, cancellationToken);
    }

    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        var mayBeDone = false;
        try
        {
            await retries.ExecuteAsync(HttpMethod.Delete, AttemptAsync, cancellationToken);
        }
        catch (NotFoundException) when (mayBeDone)
        {
            // An attempt whose answer was lost did it.
        }

        async Task<object?> AttemptAsync(CancellationToken cancellation)
        {
            try
            {
                return await this.AttemptAsync(() => requests.Create(HttpMethod.Delete, path, null), Nothing, cancellation);
            }
            catch (OvhApiException failed) when (failed.MayHaveTakenEffect)
            {
                mayBeDone = true;
                throw;
            }
        }
    }

    /// <summary>From now on, no message about a call of this client shows it.</summary>
    public void Hide(string secret) => requests.Redaction.Add(secret);

    public void Dispose() => _pipeline.Dispose();

    /// <summary>What a success of a "void" call says is of no interest: null, or nothing at all. But it is the API that says it.</summary>
    private static object? Nothing(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            using var _ = JsonDocument.Parse(text);
        }

        return null;
    }

    private Task<T> SendAsync<T>(
        HttpMethod method,
        Func<HttpRequestMessage> create,
        JsonTypeInfo<T> answer,
        CancellationToken cancellationToken)
        => SendAsync(
            method,
            create,
            text => JsonSerializer.Deserialize(text, answer) ?? throw new JsonException("null is no answer to this call."),
            cancellationToken);

    private Task<T> SendAsync<T>(
        HttpMethod method,
        Func<HttpRequestMessage> create,
        Func<string, T> read,
        CancellationToken cancellationToken)
        => retries.ExecuteAsync(method, cancellation => AttemptAsync(create, read, cancellation), cancellationToken);

    private async Task<T> AttemptAsync<T>(Func<HttpRequestMessage> create, Func<string, T> read, CancellationToken cancellationToken)
    {
        using var request = create();
        using var response = await _pipeline.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw Refusal.From(request, response, text, time);
        }

        try
        {
            return read(text);
        }
        catch (JsonException unreadable)
        {
            throw Refusal.Unreadable(request, response, text, unreadable);
        }
    }
}
