namespace OvhSimulator.Http;

/// <summary>An answer that refuses a call.</summary>
internal sealed class ApiException : Exception
{
    private ApiException(int status, string message, object body)
        : base(message)
    {
        Status = status;
        Body = body;
    }

    public int Status { get; }

    public object Body { get; }

    /// <summary>A refusal by the gateway, before the call reached its service.</summary>
    public static ApiException Gateway(int status, string errorCode, string message)
    {
        string reason = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
        return new ApiException(status, message, new { ErrorCode = errorCode, HttpCode = $"{status} {reason}", Message = message });
    }

    /// <summary>A refusal by the service.</summary>
    public static ApiException Service(int status, string @class, string message) =>
        new(status, message, new { Class = @class, Message = message });

    public static ApiException BadRequest(string message) => Service(400, "Client::BadRequest", message);

    public static ApiException Forbidden(string message) => Service(403, "Client::Forbidden", message);

    public static ApiException Conflict(string message) => Service(409, "Client::Conflict", message);

    public static ApiException NoSuchService() => Service(404, "Client::NotFound", "This service does not exist");

    public static ApiException NoSuchUrl() => Service(404, "Client::NotFound", "Got an invalid (or empty) URL");

    public static ApiException NoSuchObject() => Service(404, "Client::NotFound", "The requested object does not exist");
}
