using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OvhIplb.Provider.CustomCertificates;

/// <summary>A private key in PEM. Nothing of it is ever said: not even in what form it was given.</summary>
internal static class PrivateKey
{
    private const string Suffix = "PRIVATE KEY";
    private const string Encrypted = "ENCRYPTED PRIVATE KEY";
    private const string Parameters = "EC PARAMETERS";
    private const string Unreadable = "cannot be read as an RSA or EC private key";

    /// <summary>The reason why a text is no key that can be used; null where it is.</summary>
    public static string? Check(string text)
    {
        // A key of OpenSSL's old form says so in a line that is no part of PEM itself.
        if (text.Contains("ENCRYPTED", StringComparison.Ordinal))
        {
            return "is protected by a passphrase, which the load balancer cannot ask for; give it decrypted, as `openssl pkey -in key.pem` writes it";
        }

        (string Label, string Text)[] blocks = [.. Pem.BlocksOf(text).Where(static block => block.Label != Parameters)];
        return blocks switch
        {
            [] when Pem.HoldsKey(text) => Unreadable,
            [] => "holds no private key in PEM, which begins with -----BEGIN PRIVATE KEY-----",
            [var block] when !IsKey(block.Label) => "holds something else than a private key, which begins with -----BEGIN PRIVATE KEY-----",
            [_] => PublicKeyOf(text) is null ? Unreadable : null,
            _ => "holds more than a private key; give the key alone",
        };
    }

    /// <summary>The key alone, in PEM.</summary>
    public static string Text(string text) => Pem.BlocksOf(text).First(static block => IsKey(block.Label)).Text;

    /// <summary>The form in which two spellings of a key are equal, which tells nothing of it: the hash of its public half.</summary>
    public static string Normalize(string text) => Convert.ToHexString(SHA256.HashData(PublicKeyOf(text) ?? []));

    /// <summary>Whether the certificate was issued for the key.</summary>
    public static bool BelongsTo(string text, X509Certificate2 certificate)
    {
        using RSA? rsa = certificate.GetRSAPublicKey();
        using ECDsa? ec = certificate.GetECDsaPublicKey();
        byte[]? issued = rsa?.ExportSubjectPublicKeyInfo() ?? ec?.ExportSubjectPublicKeyInfo();
        return issued is not null && PublicKeyOf(text)?.AsSpan().SequenceEqual(issued) == true;
    }

    private static byte[]? PublicKeyOf(string text)
    {
        string key = Text(text);
        return Try(key, static () => RSA.Create()) ?? Try(key, static () => ECDsa.Create());
    }

    private static byte[]? Try(string key, Func<AsymmetricAlgorithm> create)
    {
        try
        {
            using AsymmetricAlgorithm algorithm = create();
            algorithm.ImportFromPem(key);
            return algorithm.ExportSubjectPublicKeyInfo();
        }
        catch (Exception other) when (other is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsKey(string label) => label != Encrypted && label.EndsWith(Suffix, StringComparison.Ordinal);
}
