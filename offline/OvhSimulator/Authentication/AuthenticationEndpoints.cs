using OvhSimulator.Http;

namespace OvhSimulator.Authentication;

/// <summary>/auth: the server's time and who is asking.</summary>
internal static class AuthenticationEndpoints
{
    /// <summary>The only call that needs no signature.</summary>
    public const string TimePath = "/auth/time";

    public static void Map(Routes routes)
    {
        routes.Get(TimePath, call => call.Wall.ToUnixTimeSeconds());

        routes.Get("/auth/details", call => new
        {
            Account = call.World.Account.Nichandle,
            Method = "account",
            Identities = new[] { $"urn:v1:eu:identity:account:{call.World.Account.Nichandle}" },
            User = (string?)null,
            Description = (string?)null,
            Roles = Array.Empty<string>(),
            AllowedRoutes = call.Credential.Rules,
        });

        routes.Get("/auth/currentCredential", call => new
        {
            call.Credential.CredentialId,
            call.Credential.ApplicationId,
            call.Credential.Status,
            call.Credential.Creation,
            Expiration = (DateTimeOffset?)null,
            call.Credential.LastUse,
            AllowedIPs = (string[]?)null,
            OvhSupport = false,
            call.Credential.Rules,
        });
    }
}
