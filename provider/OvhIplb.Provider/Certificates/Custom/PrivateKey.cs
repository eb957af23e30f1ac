using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>A private key in PEM. Nothing of it is ever said: not even in what form it was given.</summary>
internal static class PrivateKey
{
    private const string Suffix = "PRIVATE KEY";
    private const string Encrypted = "ENCRYPTED PRIVATE KEY";
    private const string Parameters = "EC PARAMETERS";
    private const string OpenSsh = "OPENSSH PRIVATE KEY";
    private const string Unreadable = "cannot be read as an RSA or EC private key";

    private const string SpelledOut =
        "is an EC key that spells its curve out (explicit parameters) instead of naming it, which servers and authorities refuse; where "
            + "the curve is a named one, write the "
        + "key with `openssl ec -in key.pem -param_enc named_curve`, else make a new key and have a certificate issued for it";

    /// <summary>The reason why a text is no key that can be used; null where it is.</summary>
    public static string? Check(string text)
    {
        // A key of OpenSSL's old form says so in a line that is no part of PEM itself.
        if (text.Contains("ENCRYPTED", StringComparison.Ordinal))
        {
            return "is protected by a passphrase, which the load balancer cannot ask for; give it decrypted, as `openssl pkey -in "
                + "key.pem` writes it";
        }

        (string Label, string Text)[] blocks = [.. Pem.BlocksOf(text).Where(static block => block.Label != Parameters)];
        return blocks switch
        {
            [] when PemRefusal.Name(text, Suffix) is { } name => name,
            [] when Pem.HoldsKey(text) => Unreadable,
            [] => "holds no private key in PEM, which begins with -----BEGIN PRIVATE KEY-----",
            [{ Label: OpenSsh }] => "is in a form that only OpenSSH reads; give it in PEM, as `ssh-keygen -p -m PEM -f key` writes it",
            [var block] when !IsKey(
                block.Label) => "holds something else than a private key, which begins with -----BEGIN PRIVATE KEY-----",
            [var block] when EllipticCurve.IsSpelledOut(Der(block.Text)) => SpelledOut,
            [_] => PublicKeyOf(text) is null ? Unreadable : null,
            _ when blocks.Any(static block => block.Label == Pem.Certificate) =>
                "holds certificates besides the private key; give these as `certificate` and `chain`, and the key alone here",
            _ => "holds more than a private key; give the key alone",
        };
    }

    /// <summary>The key alone, in PEM.</summary>
    public static string Text(string text) => Pem.BlocksOf(text).First(static block => IsKey(block.Label)).Text;

    /// <summary>The form in which two spellings of a key are equal, which tells nothing of it: the hash of its public half.</summary>
    public static string Normalize(string text) => Convert.ToHexString(SHA256.HashData(PublicKeyOf(text) ?? []));

    /// <summary>The reason why a key cannot be used with a certificate; null where it can.</summary>
    public static string? FaultFor(X509Certificate2 certificate, string text)
    {
        if (EllipticCurve.IsSpelledOut(certificate))
        {
            return "cannot be compared with the certificate, whose EC key spells its curve out (explicit parameters) instead of naming "
                + "it, which browsers refuse; have a "
                + "certificate issued for a key with a named curve";
        }

        var issued = Try(() =>
        {
            using var rsa = certificate.GetRSAPublicKey();
            using var ec = certificate.GetECDsaPublicKey();
            return rsa?.ExportSubjectPublicKeyInfo() ?? ec?.ExportSubjectPublicKeyInfo();
        });
        return issued is not null && PublicKeyOf(text)?.AsSpan().SequenceEqual(issued) == true
            ? null
            : "does not belong to the certificate; give the key that the certificate was issued for";
    }

    private static byte[]? PublicKeyOf(string text)
    {
        var key = Text(text);
        return Try(() => Import(key, RSA.Create())) ?? Try(() => Import(key, ECDsa.Create()));
    }

    private static byte[] Import(string key, AsymmetricAlgorithm algorithm)
    {
        using (algorithm)
        {
            algorithm.ImportFromPem(key);
            return algorithm.ExportSubjectPublicKeyInfo();
        }
    }

    private static byte[]? Try(Func<byte[]?> read)
    {
        try
        {
            return read();
        }
        catch (Exception other) when (other is CryptographicException or ArgumentException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    private static byte[] Der(string block) => Convert.FromBase64String(block[PemEncoding.Find(block).Base64Data]);

    private static bool IsKey(string label) => label != Encrypted && label.EndsWith(Suffix, StringComparison.Ordinal);
}
