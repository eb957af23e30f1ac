namespace OvhIplb.Api.Errors;

/// <summary>The API does not accept these credentials, or not for this call.</summary>
public sealed class AuthenticationRefusedException : OvhApiException
{
    internal const string NotGranted = "NOT_GRANTED_CALL";

    internal AuthenticationRefusedException(Failure failure)
        : base(failure, NextStepFor(failure))
    {
    }

    /// <summary>Whether a code of the gateway's, or of a token URL's, speaks of the credentials themselves.</summary>
    internal static bool Covers(string? errorCode) => errorCode is
        "INVALID_KEY" or "INVALID_SIGNATURE" or "QUERY_TIME_OUT" or
        "NOT_CREDENTIAL" or "INVALID_CREDENTIAL" or "MISSING_CREDENTIAL" or NotGranted or
        "invalid_client" or "unauthorized_client" or "invalid_grant";

    private static string NextStepFor(Failure failure) => failure.ErrorCode switch
    {
        "INVALID_KEY" => "Check the application key, and that it was created for this endpoint's region.",
        "INVALID_SIGNATURE" => "Check the application secret.",
        "QUERY_TIME_OUT" => "Check this machine's clock: it runs apart from OVH's.",
        "NOT_CREDENTIAL" or "MISSING_CREDENTIAL" => "Check the consumer key or access token, and that it belongs to this application key "
            + "and region.",
        "INVALID_CREDENTIAL" => "The consumer key or access token has expired, was revoked or never validated: create another.",
        NotGranted => $"Create a consumer key whose access rules cover {failure.Method} {PathWithoutQuery(failure.Path)}.",
        "invalid_client" or "unauthorized_client" or "invalid_grant" =>
            "Check the client id and client secret, and that the service account was created for this endpoint's region.",
        _ => "Check the credentials.",
    };

    private static string PathWithoutQuery(string path) => path.Split('?')[0];
}
