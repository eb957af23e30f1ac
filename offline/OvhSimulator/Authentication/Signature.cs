using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace OvhSimulator.Authentication;

/// <summary>The <c>$1$</c> signature of a call.</summary>
internal static class Signature
{
    [SuppressMessage("Security", "CA5350", Justification = "OVH's signature scheme is SHA-1.")]
    public static string Compute(string secret, string consumerKey, string method, string url, ReadOnlySpan<byte> body, string timestamp)
    {
        var head = Encoding.UTF8.GetBytes($"{secret}+{consumerKey}+{method}+{url}+");
        var tail = Encoding.UTF8.GetBytes($"+{timestamp}");
        return "$1$" + Convert.ToHexStringLower(SHA1.HashData([.. head, .. body, .. tail]));
    }

    public static bool Equal(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
