using OvhSimulator.Http;

namespace OvhSimulator.Authentication;

/// <summary>
/// POST /auth/credential: an application asks for a consumer key, which a customer has to validate before it can be used.
/// </summary>
internal static class CredentialEndpoints
{
    /// <summary>Needs an application key and nothing else.</summary>
    public const string Path = "/auth/credential";

    public static void Map(Routes routes) => routes.Post(Path, action: null, call =>
    {
        var key = call.Header("X-Ovh-Application");
        var application = call.World.Credentials.Find(c => c.ApplicationKey == key)!;
        var credential = new Credential
        {
            ApplicationKey = application.ApplicationKey,
            ApplicationSecret = application.ApplicationSecret,
            ApplicationId = application.ApplicationId,
            ConsumerKey = call.World.Identifiers.Secret("consumer key"),
            CredentialId = call.World.Identifiers.Next("credential"),
            Status = "pendingValidation",
            Creation = call.World.Now,
            Rules = [.. call.Body.RequiredObjects("accessRules").Select(Rule)],
            AllowedIPs = call.Body.Strings("allowedIPs"),
            Redirection = call.Body.String("redirection"),
        };
        call.World.Credentials.Add(credential);
        return new
        {
            credential.ConsumerKey,
            State = credential.Status,
            ValidationUrl = $"{call.Origin}/_simulator/credentials/{credential.ConsumerKey}/validate",
        };
    });

    private static AccessRule Rule(Body rule)
    {
        string method = rule.RequiredString("method"), path = rule.RequiredString("path");
        return method is "GET" or "POST" or "PUT" or "DELETE"
            ? new AccessRule(method, path)
            : throw ApiException.BadRequest($"[method] Given data ({method}) does not belong to the MethodEnum enumeration");
    }
}
