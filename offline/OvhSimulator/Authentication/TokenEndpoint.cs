using System.Text;
using OvhSimulator.Http;
using OvhSimulator.Worlds;

namespace OvhSimulator.Authentication;

/// <summary>The OAuth2 token endpoint (RFC 6749 section 4.4), at the server's root rather than below the API's.</summary>
internal static class TokenEndpoint
{
    public const string Path = "/auth/oauth2/token";

    private const string Basic = "Basic ";
    private const int LifetimeSeconds = 3599;

    public static void Map(Routes routes) => routes.Post(Path, action: null, call =>
    {
        var form = call.Form
            ?? throw Refusal("invalid_request", "The parameters must be sent form-urlencoded, none more than once or too long");
        switch (form.GetValueOrDefault("grant_type"))
        {
            case null:
                throw Refusal("invalid_request", "The parameter grant_type is missing");
            case not "client_credentials":
                throw Refusal("unsupported_grant_type", "The only grant type is client_credentials");
        }
        var account = Authenticate(call, form);
        if (form.GetValueOrDefault("scope", "all") != "all")
        {
            throw Refusal("invalid_scope", "The only scope is all");
        }
        return Issue(call.World, account);
    });

    private static Dictionary<string, object> Issue(World world, ServiceAccount account)
    {
        world.AccessTokens.RemoveAll(token => !token.IsValid(world.ServerTime));
        var issued = new AccessToken(
            world.Identifiers.Secret("access token"),
            account.ClientId,
            world.ServerTime.AddSeconds(LifetimeSeconds));
        world.AccessTokens.Add(issued);
        // Not OVH's camel case: these names are OAuth2's.
        return new Dictionary<string, object>
        {
            ["access_token"] = issued.Token,
            ["token_type"] = "Bearer",
            ["expires_in"] = LifetimeSeconds,
            ["scope"] = "all",
        };
    }

    private static ServiceAccount Authenticate(Call call, IReadOnlyDictionary<string, string> form)
    {
        var authorization = call.Header("Authorization");
        var isBasic = authorization.StartsWith(Basic, StringComparison.OrdinalIgnoreCase);
        if (isBasic && form.ContainsKey("client_secret"))
        {
            throw Refusal("invalid_request", "The client is authenticated in two ways");
        }
        var (id, secret) = isBasic
            ? Decode(authorization[Basic.Length..])
            : (form.GetValueOrDefault("client_id"), form.GetValueOrDefault("client_secret"));
        return call.World.ServiceAccounts.Find(a => a.ClientId == id && a.ClientSecret == secret)
            ?? throw ApiException.OAuth2(401, "invalid_client", "Client authentication failed", isBasic ? "Basic" : null);
    }

    /// <summary>Id and secret are form-urlencoded before they are joined (RFC 6749 section 2.3.1).</summary>
    private static (string? Id, string? Secret) Decode(string basic)
    {
        var bytes = new byte[basic.Length];
        if (!Convert.TryFromBase64String(basic.Trim(), bytes, out var length))
        {
            return (null, null);
        }
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return (System.Net.WebUtility.UrlDecode(parts[0]), parts.Length == 2 ? System.Net.WebUtility.UrlDecode(parts[1]) : null);
    }

    private static ApiException Refusal(string error, string description) => ApiException.OAuth2(400, error, description);
}
