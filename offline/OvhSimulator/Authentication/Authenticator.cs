using System.Globalization;
using OvhSimulator.Http;
using OvhSimulator.Worlds;

namespace OvhSimulator.Authentication;

/// <summary>Judges the credential of a call as OVH's gateway does, in its order and its words.</summary>
internal static class Authenticator
{
    private const string Bearer = "Bearer ";

    /// <summary>Who is asking; null for the calls anybody may make.</summary>
    public static ICaller? Authenticate(World world, Exchange exchange)
    {
        if (exchange.Path is AuthenticationEndpoints.TimePath or TokenEndpoint.Path)
        {
            return null;
        }
        var authorization = exchange.Request.Headers.Authorization.ToString();
        if (exchange.Path != CredentialEndpoints.Path && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return FindBearer(world, authorization[Bearer.Length..].Trim());
        }
        var application = exchange.Request.Headers["X-Ovh-Application"].ToString();
        if (!world.Credentials.Exists(c => c.ApplicationKey == application))
        {
            throw ApiException.Gateway(403, "INVALID_KEY", "This application key is invalid");
        }
        return exchange.Path == CredentialEndpoints.Path ? null : FindSigner(world, exchange, application);
    }

    private static TokenBearer FindBearer(World world, string given)
    {
        if (world.AccessTokens.Find(token => token.Token == given && token.IsValid(world.ServerTime)) is { } token
            && world.ServiceAccounts.Find(account => account.ClientId == token.ClientId) is { } account)
        {
            return new TokenBearer(account, token);
        }
        throw ApiException.Gateway(
            world.Knobs.InvalidTokenIsUnauthorized ? 401 : 403,
            "INVALID_CREDENTIAL",
            "This credential is not valid");
    }

    private static Credential FindSigner(World world, Exchange exchange, string application)
    {
        var headers = exchange.Request.Headers;
        var consumer = headers["X-Ovh-Consumer"].ToString();
        var timestamp = headers["X-Ovh-Timestamp"].ToString();
        if (consumer.Length == 0)
        {
            throw ApiException.Gateway(403, "MISSING_CREDENTIAL", "This call needs a credential");
        }
        var credential = world.Credentials.Find(c => c.ApplicationKey == application && c.ConsumerKey == consumer)
            ?? throw ApiException.Gateway(403, "NOT_CREDENTIAL", "This credential does not exist");
        if (credential.Status != "validated")
        {
            throw ApiException.Gateway(403, "INVALID_CREDENTIAL", "This credential is not valid");
        }
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(seconds - world.ServerTime.ToUnixTimeSeconds()) > world.Knobs.AcceptedClockSkewSeconds)
        {
            throw ApiException.Gateway(400, "QUERY_TIME_OUT", "Query out of time");
        }
        if (!IsSigned(exchange, credential, timestamp, headers["X-Ovh-Signature"].ToString()))
        {
            throw ApiException.Gateway(400, "INVALID_SIGNATURE", "Invalid signature");
        }
        if (!credential.Rules.Exists(rule => rule.Grants(exchange.Request.Method, exchange.Path)))
        {
            throw ApiException.Gateway(403, "NOT_GRANTED_CALL", "This call has not been granted");
        }
        credential.LastUse = world.Now;
        return credential;
    }

    private static bool IsSigned(Exchange exchange, Credential credential, string timestamp, string given)
    {
        var request = exchange.Request;
        // A client may leave the port out of what it signs, or out of the Host header, even though it was reached by it.
        string[] authorities = [request.Host.Value ?? "", request.Host
            .Host, $"{request.Host.Host}:{request.HttpContext.Connection.LocalPort}"];
        return authorities.Any(authority => Signature.Equal(
            Signature.Compute(
                credential.ApplicationSecret,
                credential.ConsumerKey,
                request.Method,
                $"{request.Scheme}://{authority}{exchange.RawTarget}",
                exchange.Body.Span,
                timestamp),
            given));
    }
}
