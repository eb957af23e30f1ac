using OvhSimulator.Accounts;
using OvhSimulator.Worlds;

namespace OvhSimulator.Authentication;

/// <summary>A service account that shows one of its tokens.</summary>
internal sealed class TokenBearer(ServiceAccount serviceAccount, AccessToken token) : ICaller
{
    public string Method => "oauth2_client_credentials";

    public string? Description => serviceAccount.Description;

    public IReadOnlyList<AccessRule>? AllowedRoutes => null;

    public string Identity(Account account) => $"urn:v1:eu:identity:credential:{account.Nichandle}/oauth2-{serviceAccount.ClientId}";

    public bool IsGranted(string action) => serviceAccount.IsGranted(action);

    public void LogOut(World world) => world.AccessTokens.Remove(token);
}
