using OvhIplb.Api.Errors;
using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api.Authentication;

/// <summary>
/// Has a value of the server's at hand before the first request that needs it, and renews it once when a request is refused
/// for it. Such a refusal comes from the gateway, so the call had no effect and may be sent again.
/// </summary>
internal abstract class PreparingHandler<T> : DelegatingHandler
    where T : class
{
    private static readonly HttpRequestOptionsKey<T> Key = new($"OvhIplb.{typeof(T).Name}");

    private readonly Renewable<T> _value;

    /// <param name="time">The clock.</param>
    protected PreparingHandler(TimeProvider time)
    {
        Time = time;
        _value = new Renewable<T>(AskAsync);
    }

    protected TimeProvider Time { get; }

    /// <summary>The value a request that came through here is to be sent with.</summary>
    public static T ValueFor(HttpRequestMessage request)
        => request.Options.TryGetValue(Key, out var value)
            ? value
            : throw new InvalidOperationException($"The request came without its {typeof(T).Name}.");

    /// <summary>What it is called in messages. An answer that cannot be read may hold it, so none is quoted.</summary>
    protected abstract string ValueName { get; }

    /// <summary>Whether the value will do for another request.</summary>
    protected abstract bool IsGood(T value);

    /// <summary>Whether the API refused a request because of the value.</summary>
    protected abstract bool Blames(int status, string? errorCode);

    /// <summary>The request that asks for the value; it needs no credentials on it and changes nothing.</summary>
    protected abstract HttpRequestMessage Question();

    /// <summary>The value in an answer; null where it is not in there.</summary>
    protected abstract T? ValueIn(string answer);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.IsAnonymous())
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var used = await _value.GetAsync(IsGood, cancellationToken);
        var response = await SendWithAsync(used, request, cancellationToken);
        if (response.IsSuccessStatusCode || !Blames((int)response.StatusCode, await CodeInAsync(response, cancellationToken)))
        {
            return response;
        }

        _value.Forget(used);
        T renewed;
        try
        {
            renewed = await _value.GetAsync(IsGood, cancellationToken);
        }
        catch (OvhApiException failed) when (!failed.IsTransient)
        {
            // The refusal says more to the user than the failed attempt to do something about it.
            return response;
        }

        response.Dispose();
        return await SendWithAsync(renewed, request, cancellationToken);
    }

    private static async Task<string?> CodeInAsync(HttpResponseMessage response, CancellationToken cancellationToken)
        => ErrorBody.Read(await response.Content.ReadAsStringAsync(cancellationToken), Redaction.None).ErrorCode;

    private Task<HttpResponseMessage> SendWithAsync(T value, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.Set(Key, value);
        return base.SendAsync(request, cancellationToken);
    }

    private async Task<T> AskAsync(CancellationToken cancellationToken)
    {
        using var request = Question();
        using var response = await base.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? ValueIn(text) ?? throw Refusal.Unreadable(request, response, $"{ValueName} is not in the answer ({text.Length} characters)")
            : throw Refusal.From(request, response, text, Time);
    }
}
