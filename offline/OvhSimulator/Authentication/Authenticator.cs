using System.Globalization;
using OvhSimulator.Http;
using OvhSimulator.Worlds;

namespace OvhSimulator.Authentication;

/// <summary>Judges the X-Ovh-* headers of a call as OVH's gateway does, in its order and its words.</summary>
internal static class Authenticator
{
    /// <summary>How far a timestamp may be from the wall clock.</summary>
    private const long AcceptedSkewSeconds = 180;

    public static Credential Authenticate(World world, Exchange exchange, DateTimeOffset wall)
    {
        var headers = exchange.Request.Headers;
        string application = headers["X-Ovh-Application"].ToString();
        string consumer = headers["X-Ovh-Consumer"].ToString();
        string timestamp = headers["X-Ovh-Timestamp"].ToString();

        if (!world.Credentials.Exists(c => c.ApplicationKey == application))
        {
            throw ApiException.Gateway(403, "INVALID_KEY", "This application key is invalid");
        }
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
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            || seconds < wall.ToUnixTimeSeconds() - AcceptedSkewSeconds
            || seconds > wall.ToUnixTimeSeconds() + AcceptedSkewSeconds)
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
        // A client may leave a port out of what it signs even though it was reached by it.
        string[] authorities = [request.Host.Value ?? "", request.Host.Host];
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
