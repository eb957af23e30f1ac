using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OvhIplb.Api.Authentication;

/// <summary>The value of X-Ovh-Signature.</summary>
internal static class Signature
{
    /// <summary>Signs one request.</summary>
    /// <param name="credentials">Whose secret signs.</param>
    /// <param name="method">HTTP method, upper case.</param>
    /// <param name="url">Absolute URL exactly as sent.</param>
    /// <param name="body">Exact bytes of the body, none where there is no body.</param>
    /// <param name="timestamp">Unix seconds by the server's clock, as sent in X-Ovh-Timestamp.</param>
    [SuppressMessage("Security", "CA5350", Justification = "The API's signature scheme is SHA-1; there is no other.")]
    public static string Of(ApplicationCredentials credentials, string method, string url, ReadOnlySpan<byte> body, long timestamp)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.UTF8.GetBytes($"{credentials.ApplicationSecret}+{credentials.ConsumerKey}+{method}+{url}+"));
        hash.AppendData(body);
        hash.AppendData(Encoding.UTF8.GetBytes("+" + timestamp.ToString(CultureInfo.InvariantCulture)));
        return "$1$" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
