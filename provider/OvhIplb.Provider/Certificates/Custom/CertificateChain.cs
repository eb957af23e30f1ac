using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>Certificates in PEM text, in the order in which they are written.</summary>
internal sealed class CertificateChain
{
    private CertificateChain(ImmutableArray<X509Certificate2> certificates) => Certificates = certificates;

    public static CertificateChain Empty { get; } = new([]);

    public ImmutableArray<X509Certificate2> Certificates { get; }

    /// <summary>The same in PEM, without what was between them.</summary>
    public string Text
        => string.Join('\n', Certificates.Select(static certificate => PemEncoding.WriteString(Pem.Certificate, certificate.RawData)));

    /// <summary>Their fingerprints: in this form two spellings of the same certificates are equal.</summary>
    public string Fingerprints => string.Join(',', Certificates.Select(Fingerprint));

    /// <summary>SHA-1 of the DER, as the API writes it: upper-case hexadecimal pairs with colons.</summary>
    public static string Fingerprint(X509Certificate2 certificate) =>
        string.Join(
            ':',
            certificate.GetCertHash(HashAlgorithmName.SHA1).Select(static pair => pair.ToString("X2", CultureInfo.InvariantCulture)));

    /// <summary>The reason why a text holds no certificates, or something else besides; null where all is well.</summary>
    public static string? Check(string text)
    {
        if (Pem.HoldsKey(text))
        {
            return "holds a private key, which would be shown to everybody who sees the stack; give it as `key`, where it is kept secret";
        }

        if (Pem.HoldsBroken(text))
        {
            return "is damaged: something is missing from a certificate in it, or does not belong there";
        }

        var blocks = Pem.BlocksOf(text);
        if (blocks.IsEmpty)
        {
            return PemRefusal.Name(text, Pem.Certificate) ?? "holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----";
        }

        if (blocks.Select(static block => block.Label).FirstOrDefault(static label => label != Pem.Certificate) is { } other)
        {
            return OtherBlock(other);
        }

        if (Pem.HoldsDataBetweenBlocks(text))
        {
            return "holds data beside its certificates that may be a private key; leave it out, and give a key as `key`, where it is kept "
                + "secret";
        }

        var unreadable = blocks.ToList().FindIndex(static block => !CanRead(block.Text));
        return unreadable < 0 ? null : blocks.Length == 1
            ? "is damaged: it cannot be read as a certificate"
            : $"is damaged: its {Nth(unreadable)} certificate cannot be read";
    }

    /// <summary>Reads what <see cref="Check"/> accepts.</summary>
    public static CertificateChain Parse(string text) =>
        new([.. Pem.BlocksOf(text).Select(static block => X509Certificate2.CreateFromPem(block.Text))]);

    public static CertificateChain Of(IEnumerable<X509Certificate2> certificates) => new([.. certificates]);

    /// <summary>For example <c>2nd</c>, of an index that begins at zero.</summary>
    public static string Nth(int index) => (index + 1) switch
    {
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        int later => string.Create(CultureInfo.InvariantCulture, $"{later}th"),
    };

    private static string OtherBlock(string label) => label switch
    {
        "CERTIFICATE REQUEST" or "NEW CERTIFICATE REQUEST" =>
            "holds a certificate signing request; give the certificate that the authority issued for it",
        "PKCS7" => "holds PKCS #7; give its certificates in PEM, as `openssl pkcs7 -print_certs` writes them",
        "TRUSTED CERTIFICATE" => "holds a certificate in OpenSSL's own form (TRUSTED CERTIFICATE); give it in PEM, as `openssl x509` "
            + "writes it",
        _ => "holds something else than certificates; only blocks that begin with -----BEGIN CERTIFICATE----- belong here",
    };

    private static bool CanRead(string block)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(block);
            // What is not needed to load it may still be unreadable.
            _ = Issuance.IsBetween(certificate, certificate);
            return certificate.NotAfter > certificate.NotBefore;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException or FormatException)
        {
            return false;
        }
    }
}
