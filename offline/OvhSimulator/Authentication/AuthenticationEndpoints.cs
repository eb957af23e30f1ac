using OvhSimulator.Http;

namespace OvhSimulator.Authentication;

/// <summary>/auth: the server's time, who is asking, and the end of a credential.</summary>
internal static class AuthenticationEndpoints
{
    /// <summary>The only call of the API that needs no credential.</summary>
    public const string TimePath = "/auth/time";

    public static void Map(Routes routes)
    {
        routes.Get(TimePath, action: null, call => call.World.ServerTime.ToUnixTimeSeconds());

        routes.Get("/auth/details", action: null, call => new
        {
            Account = call.World.Account.Nichandle,
            call.Caller.Method,
            Identities = new[] { call.Caller.Identity(call.World.Account) },
            User = (string?)null,
            call.Caller.Description,
            Roles = Array.Empty<string>(),
            call.Caller.AllowedRoutes,
        });

        routes.Get("/auth/currentCredential", action: null, call => call.Caller is Credential credential
            ? new
            {
                credential.CredentialId,
                credential.ApplicationId,
                credential.Status,
                credential.Creation,
                Expiration = (DateTimeOffset?)null,
                credential.LastUse,
                credential.AllowedIPs,
                OvhSupport = false,
                credential.Rules,
            }
            : throw ApiException.Gateway(403, "NOT_CREDENTIAL", "This credential does not exist"));

        routes.Post("/auth/logout", action: null, call =>
        {
            call.Caller.LogOut(call.World);
            return null;
        });
    }
}
