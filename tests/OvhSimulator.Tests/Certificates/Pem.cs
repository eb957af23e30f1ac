using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OvhSimulator.Tests.Certificates;

/// <summary>A certificate of the customer's own and its key, made for one test.</summary>
internal sealed record Pem(string Certificate, AsymmetricAlgorithm Key)
{
    public const string Subject = "CN=www.example.com, O=Example, C=FR";

    public static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Pkcs8 => Key.ExportPkcs8PrivateKeyPem();

    public static Pem Rsa(string subject = Subject)
    {
        var key = RSA.Create(2048);
        return new Pem(Sign(new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)), key);
    }

    public static Pem Ecdsa(string subject = Subject)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new Pem(Sign(new CertificateRequest(subject, key, HashAlgorithmName.SHA256)), key);
    }

    private static string Sign(CertificateRequest request)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("www.example.com");
        names.AddDnsName("example.com");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(Begin, Begin.AddYears(1));
        return certificate.ExportCertificatePem();
    }
}
