using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OvhIplb.Provider.CustomCertificates;

/// <summary>Certificates in PEM text: the leaf alone, or those that lead from it to its root.</summary>
internal sealed class Chain
{
    private Chain(ImmutableArray<X509Certificate2> certificates, string text)
    {
        Certificates = certificates;
        Text = text;
    }

    public static Chain Empty { get; } = new([], "");

    public ImmutableArray<X509Certificate2> Certificates { get; }

    /// <summary>The same in PEM, without what was between them.</summary>
    public string Text { get; }

    /// <summary>Their fingerprints: in this form two spellings of the same certificates are equal.</summary>
    public string Fingerprints => string.Join(',', Certificates.Select(Fingerprint));

    /// <summary>SHA-1 of the DER, as the API writes it: upper-case hexadecimal pairs with colons.</summary>
    public static string Fingerprint(X509Certificate2 certificate) =>
        string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA1).Select(static pair => pair.ToString("X2", CultureInfo.InvariantCulture)));

    /// <summary>The reason why a text is no one certificate; null where it is.</summary>
    public static string? CheckLeaf(string text) => Check(text) ?? Parse(text).Certificates.Length switch
    {
        1 => null,
        int several => $"holds {several} certificates; give the first alone, and the others as `chain`",
    };

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

        ImmutableArray<(string Label, string Text)> blocks = Pem.BlocksOf(text);
        if (blocks.IsEmpty)
        {
            return "holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----";
        }

        if (blocks.Any(static block => block.Label != Pem.Certificate))
        {
            return "holds something else than certificates; only blocks that begin with -----BEGIN CERTIFICATE----- belong here";
        }

        int unreadable = blocks.ToList().FindIndex(static block => !CanRead(block.Text));
        return unreadable < 0 ? null : blocks.Length == 1 ? "is damaged: it cannot be read as a certificate" : $"is damaged: its {Nth(unreadable)} certificate cannot be read";
    }

    /// <summary>Reads what <see cref="Check"/> accepts.</summary>
    public static Chain Parse(string text)
    {
        ImmutableArray<(string Label, string Text)> blocks = Pem.BlocksOf(text);
        return new Chain([.. blocks.Select(static block => X509Certificate2.CreateFromPem(block.Text))], string.Join('\n', blocks.Select(static block => block.Text)));
    }

    /// <summary>For example <c>2nd</c>, of an index that begins at zero.</summary>
    public static string Nth(int index) => (index + 1) switch
    {
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        int later => string.Create(CultureInfo.InvariantCulture, $"{later}th"),
    };

    private static bool CanRead(string block)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(block);
            // What is not needed to load it may still be unreadable.
            return certificate.NotAfter > certificate.NotBefore;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
