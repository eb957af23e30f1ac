using Microsoft.Net.Http.Headers;

namespace OvhSimulator.Http;

/// <summary>An answer that refuses a call.</summary>
internal sealed class ApiException : Exception
{
    private ApiException(int status, string message, object body)
        : base(message) => Answer = Answer.Json(status, body);

    public Answer Answer { get; private set; }

    /// <summary>A refusal by the gateway, before the call reached its service.</summary>
    public static ApiException Gateway(int status, string errorCode, string message)
    {
        var reason = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
        return new ApiException(status, message, new { ErrorCode = errorCode, HttpCode = $"{status} {reason}", Message = message });
    }

    /// <summary>A refusal by the token endpoint (RFC 6749 section 5.2).</summary>
    /// <param name="status">400 or 401.</param>
    /// <param name="error">One of OAuth2's error codes.</param>
    /// <param name="description">Human text.</param>
    /// <param name="challenge">The scheme the client tried to authenticate with, to be named in WWW-Authenticate.</param>
    public static ApiException OAuth2(int status, string error, string description, string? challenge = null)
    {
        var refusal = new ApiException(
            status,
            description,
            new Dictionary<string, string> { ["error"] = error, ["error_description"] = description });
        if (challenge is not null)
        {
            refusal.Answer = refusal.Answer with { Headers = new Dictionary<string, string> { [HeaderNames.WWWAuthenticate] = challenge } };
        }
        return refusal;
    }

    /// <summary>A refusal by the service.</summary>
    public static ApiException Service(int status, string @class, string message) =>
        new(status, message, new { Class = @class, Message = message });

    /// <summary>A refusal by the service, with the status of the knob or rule that decides it.</summary>
    public static ApiException Refused(Refusal refusal, string message) => Service((int)refusal, $"Client::{refusal}", message);

    public static ApiException BadRequest(string message) => Refused(Refusal.BadRequest, message);

    public static ApiException Forbidden(string message) => Refused(Refusal.Forbidden, message);

    /// <summary>A refusal by IAM.</summary>
    public static ApiException NotGranted(string action)
    {
        const string message = "User not granted for this request";
        return new ApiException(403, message, new
        {
            Class = "Client::Forbidden",
            Message = message,
            Details = new { UnauthorizedActionsByAuthentication = "", UnauthorizedActionsByIAM = action },
        });
    }

    public static ApiException Expired(string message) => Service(460, "Client::Expired", message);

    public static ApiException NoSuchService() => Service(404, "Client::NotFound", "This service does not exist");

    public static ApiException NoSuchUrl() => Service(404, "Client::NotFound", "Got an invalid (or empty) URL");

    public static ApiException NoSuchObject() => Service(404, "Client::NotFound", "The requested object does not exist");
}
