using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OvhSimulator.Http;
using OvhSimulator.LoadBalancers;
using OvhSimulator.Worlds;

namespace OvhSimulator.Certificates;

/// <summary>Certificates of the customer's own. Certificate, key and chain are checked; what is kept is what the API shows.</summary>
internal static class Uploads
{
    public static Certificate Install(World world, LoadBalancer loadBalancer, Body body)
    {
        string pem = body.RequiredString("certificate"), key = body.RequiredString("key");
        using var parsed = Parse(pem);
        CheckKey(pem, key);
        if (body.String("chain") is { } chain)
        {
            CheckChain(chain);
        }
        var certificate = Describe(world, parsed, body.String("displayName"));
        if (loadBalancer.Certificates.Find(c => c.Fingerprint == certificate.Fingerprint) is { } present)
        {
            throw ApiException.Refused(world.Knobs.DuplicateCertificate, $"This certificate is already installed (id {present.Id})");
        }
        loadBalancer.Certificates.Add(certificate);
        if (world.Knobs.UploadRaisesPendingChanges)
        {
            loadBalancer.RaisePendingChanges(ZoneNames.All);
        }
        return certificate;
    }

    private static X509Certificate2 Parse(string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem);
        }
        catch (CryptographicException)
        {
            throw ApiException.BadRequest("[certificate] Given data is not a certificate in PEM");
        }
    }

    private static void CheckKey(string certificate, string key)
    {
        // Neither a space nor a comma can be part of a key's own text.
        if (key.Contains(" ENCRYPTED ", StringComparison.Ordinal) || key.Contains(",ENCRYPTED", StringComparison.Ordinal))
        {
            throw ApiException.BadRequest("[key] The private key must not be protected by a passphrase");
        }
        if (!PemEncoding.TryFind(key, out _))
        {
            throw ApiException.BadRequest("[key] Given data is not a private key in PEM");
        }
        try
        {
            using var both = X509Certificate2.CreateFromPem(certificate, key);
        }
        catch (Exception mismatch) when (mismatch is CryptographicException or ArgumentException)
        {
            throw ApiException.BadRequest("[key] The private key does not belong to the certificate");
        }
    }

    private static void CheckChain(string chain)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(chain);
        }
        catch (CryptographicException)
        {
            // What was read of it does not matter: a chain is wanted whole.
            certificates.Clear();
        }
        if (certificates.Count == 0)
        {
            throw ApiException.BadRequest("[chain] Given data is not a chain of certificates in PEM");
        }
    }

    [SuppressMessage("Security", "CA5350", Justification = "The API's fingerprints are SHA-1.")]
    private static Certificate Describe(World world, X509Certificate2 parsed, string? displayName)
    {
        try
        {
            return new Certificate
            {
                Id = world.Identifiers.Next("certificate"),
                DisplayName = displayName,
                IsOrdered = false,
                Fingerprint = Issue.Pairs(parsed.GetCertHash(HashAlgorithmName.SHA1)),
                Serial = parsed.SerialNumber,
                Subject = Subjects.Slashes(parsed.SubjectName),
                San = [.. parsed.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(names => names.EnumerateDnsNames())],
                ExpireDate = new DateTimeOffset(parsed.NotAfter.ToUniversalTime()),
            };
        }
        catch (Exception odd) when (odd is AsnContentException or CryptographicException or ArgumentException)
        {
            throw ApiException.BadRequest("[certificate] The names of the certificate cannot be read");
        }
    }
}
