using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Tests;

/// <summary>A certificate of one's own as an authority hands it out, made anew: all in PEM.</summary>
/// <param name="Certificate">The leaf, valid for 90 days unless it was asked for otherwise.</param>
/// <param name="Key">Its key, in PKCS #8.</param>
/// <param name="Chain">The intermediate that issued it, and the root that issued that.</param>
internal sealed record OwnCertificate(string Certificate, string Key, string Chain)
{
    private static readonly Lazy<OwnCertificate> First = new(static () => Issue());

    /// <summary>One that every test may use.</summary>
    public static OwnCertificate Sample => First.Value;

    /// <summary>The intermediate alone: another chain for the same certificate.</summary>
    public string ShortChain
        => Chain[..(Chain.IndexOf("-----END CERTIFICATE-----", StringComparison.Ordinal) + "-----END CERTIFICATE-----".Length)];

    /// <summary>As the API writes it.</summary>
    public string Fingerprint
    {
        get
        {
            using var parsed = X509Certificate2.CreateFromPem(Certificate);
            return string.Join(':', parsed.GetCertHash(HashAlgorithmName.SHA1).Select(static pair => Convert.ToHexString([pair])));
        }
    }

    /// <param name="key">The leaf's key; null for a new one on P-256.</param>
    /// <param name="until">When the leaf expires; null for in 90 days.</param>
    /// <param name="chainUntil">When the intermediate expires; null for in a year.</param>
    public static OwnCertificate Issue(AsymmetricAlgorithm? key = null, DateTimeOffset? until = null, DateTimeOffset? chainUntil = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var begin = now.AddYears(-1);
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var intermediateKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var leafKey = key ?? ECDsa.Create(ECCurve.NamedCurves.nistP256);

        using var root = Authority("CN=Example Root", rootKey).CreateSelfSigned(begin, now.AddYears(10));
        var asIntermediate = Authority("CN=Example Intermediate", intermediateKey);
        asIntermediate.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
        using var bare = asIntermediate.Create(root, begin, chainUntil ?? now.AddYears(1), [1]);
        using var intermediate = bare.CopyWithPrivateKey(intermediateKey);

        CertificateRequest request = leafKey is RSA rsa
            ? new("CN=www.example.com", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new("CN=www.example.com", (ECDsa)leafKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("www.example.com");
        names.AddDnsName("Example.com");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(intermediate, true, false));
        var signature = X509SignatureGenerator.CreateForECDsa(intermediateKey);
        using var leaf = request.Create(
            intermediate.SubjectName, signature, begin, until ?? now.AddDays(90), RandomNumberGenerator.GetBytes(8));
        return new OwnCertificate(
            leaf.ExportCertificatePem(),
            leafKey.ExportPkcs8PrivateKeyPem(),
            $"{intermediate.ExportCertificatePem()}\n{root.ExportCertificatePem()}\n");
    }

    private static CertificateRequest Authority(string subject, ECDsa key)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }
}
