using System.Net;
using System.Text.Json;
using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api.Errors;

/// <summary>Chooses the exception for a call that failed.</summary>
internal static class Refusal
{
    private const int Expired = 460;

    /// <summary>For an answer that is no success.</summary>
    public static OvhApiException From(HttpRequestMessage request, HttpResponseMessage response, string text, TimeProvider time)
    {
        var body = ErrorBody.Read(text, request.GetRedaction());
        var status = (int)response.StatusCode;
        var unclear = status is >= 500 or (int)HttpStatusCode.RequestTimeout;
        var failure = FailureOf(request, response) with
        {
            ApiMessage = body.Message,
            ErrorCode = body.ErrorCode,
            ErrorClass = body.ErrorClass,
            Details = body.Details,
            MayHaveTakenEffect = unclear && request.Changes(),
            RetryAfter = RetryAfter.Of(response, time),
            IsTransient = unclear || (body.IsPage && status >= 400) || status == (int)HttpStatusCode.TooManyRequests,
        };

        return status switch
        {
            < 400 or (int)HttpStatusCode.RequestTimeout or >= 500 => new UnavailableException(failure),
            (int)HttpStatusCode.TooManyRequests => new RateLimitedException(failure),
            // A page is made by something between here and the API: it says nothing of credentials, rights or objects.
            _ when body.IsPage => new UnavailableException(failure),
            _ when AuthenticationRefusedException.Covers(body.ErrorCode) => new AuthenticationRefusedException(failure),
            401 => new AuthenticationRefusedException(failure),
            403 => new ForbiddenException(failure),
            // What is gone is said by the API, in its own form; anything else may come from something in between.
            404 when body.IsOfTheApi => new NotFoundException(failure),
            404 => new UnavailableException(failure),
            409 => new ConflictException(failure),
            Expired => new ExpiredServiceException(failure),
            _ => new InvalidRequestException(failure),
        };
    }

    /// <summary>For a success whose body is not what the API documents.</summary>
    /// <param name="request">The call.</param>
    /// <param name="response">Its answer.</param>
    /// <param name="text">
    /// The answer's text. It is quoted only where it is not JSON: what the API answers may hold secrets of its own.
    /// </param>
    /// <param name="cause">What is wrong with it, and where.</param>
    public static UnavailableException Unreadable(
        HttpRequestMessage request,
        HttpResponseMessage response,
        string text,
        JsonException cause)
        => Unreadable(
            request,
            response,
            IsJson(text) ? $"not as documented at {cause.Path ?? "$"}" : ErrorBody.Shorten(text, request.GetRedaction()));

    /// <param name="request">The call.</param>
    /// <param name="response">Its answer.</param>
    /// <param name="reason">What is wrong with it, fit to be shown.</param>
    public static UnavailableException Unreadable(HttpRequestMessage request, HttpResponseMessage response, string reason)
        => new(FailureOf(request, response) with { ApiMessage = reason, MayHaveTakenEffect = request.Changes(), IsTransient = true });

    /// <summary>For a call that was answered with nothing.</summary>
    /// <param name="request">The call.</param>
    /// <param name="reason">What went wrong, in the words of the network.</param>
    /// <param name="reached">Whether the server may have received the request.</param>
    public static UnavailableException NoAnswer(HttpRequestMessage request, string reason, bool reached)
        => new(FailureOf(request) with
        {
            // The network's exception is not kept: it may quote what a proxy answered, and its words are here.
            ApiMessage = ErrorBody.Shorten(reason, request.GetRedaction()),
            MayHaveTakenEffect = reached && request.Changes(),
            IsTransient = true,
            WasNotSent = !reached || request.IsAnonymous(),
        });

    /// <summary>For a call that was not sent and that a repetition would not send either.</summary>
    /// <param name="request">The call.</param>
    /// <param name="reason">What kept it from being sent, fit to be shown.</param>
    public static UnavailableException NotSent(HttpRequestMessage request, string reason)
        => new(FailureOf(request) with { ApiMessage = reason, WasNotSent = true });

    private static bool IsJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Failure FailureOf(HttpRequestMessage request)
        => new(request.Method.Method, request.ApiPath()) { WasNotSent = request.IsAnonymous() };

    private static Failure FailureOf(HttpRequestMessage request, HttpResponseMessage response) => FailureOf(request) with
    {
        StatusCode = (int)response.StatusCode,
        QueryId = response.Headers.TryGetValues("X-Ovh-QueryID", out var values)
            ? ErrorBody.Shorten(string.Join(", ", values), request.GetRedaction())
            : null,
    };
}
