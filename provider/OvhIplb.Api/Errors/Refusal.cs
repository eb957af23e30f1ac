using System.Net;
using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api.Errors;

/// <summary>Chooses the exception for a call that failed.</summary>
internal static class Refusal
{
    private const int Expired = 460;

    /// <summary>For an answer that is no success.</summary>
    public static OvhApiException From(HttpRequestMessage request, HttpResponseMessage response, string text, TimeProvider time)
    {
        var body = ErrorBody.Read(text);
        var status = (int)response.StatusCode;
        var unclear = status is >= 500 or (int)HttpStatusCode.RequestTimeout;
        var failure = FailureOf(request) with
        {
            StatusCode = status,
            ApiMessage = body.Message,
            ErrorCode = body.ErrorCode,
            ErrorClass = body.ErrorClass,
            Details = body.Details,
            QueryId = QueryIdOf(response),
            MayHaveTakenEffect = unclear && Changes(request),
        };

        return status switch
        {
            _ when AuthenticationRefusedException.Covers(body.ErrorCode) => new AuthenticationRefusedException(failure),
            401 => new AuthenticationRefusedException(failure),
            403 => new ForbiddenException(failure),
            // What is gone is said by the API; a page of something in between, or of a wrong endpoint, says nothing of any object.
            404 when body.IsOfTheApi => new NotFoundException(failure),
            404 => new UnavailableException(failure),
            409 => new ConflictException(failure),
            429 => new RateLimitedException(failure, RetryAfter.Of(response, time)),
            Expired => new ExpiredServiceException(failure),
            408 or >= 500 or < 400 => new UnavailableException(failure),
            _ => new InvalidRequestException(failure),
        };
    }

    /// <summary>For a success whose body is not what the API documents.</summary>
    public static UnavailableException Unreadable(HttpRequestMessage request, HttpResponseMessage response, string text, Exception? cause)
        => new(
            FailureOf(request) with
            {
                StatusCode = (int)response.StatusCode,
                ApiMessage = ErrorBody.Shorten(text),
                QueryId = QueryIdOf(response),
                MayHaveTakenEffect = Changes(request),
            },
            cause);

    /// <summary>For a call that was answered with nothing.</summary>
    /// <param name="request">The call.</param>
    /// <param name="reason">What went wrong, in the words of the network.</param>
    /// <param name="reached">Whether the server may have received the request.</param>
    /// <param name="cause">The network's own exception.</param>
    public static UnavailableException NoAnswer(HttpRequestMessage request, string reason, bool reached, Exception cause)
        => new(FailureOf(request) with { ApiMessage = reason, MayHaveTakenEffect = reached && Changes(request) }, cause);

    private static Failure FailureOf(HttpRequestMessage request) => new(request.Method.Method, request.ApiPath());

    private static bool Changes(HttpRequestMessage request) => request.Method != HttpMethod.Get;

    private static string? QueryIdOf(HttpResponseMessage response)
        => response.Headers.TryGetValues("X-Ovh-QueryID", out var values) ? string.Join(", ", values) : null;
}
