using System.Security.Cryptography;

namespace OvhIplb.Provider.Tests.CustomCertificates;

/// <summary>Keys in the forms that tools write them in.</summary>
internal static class Keys
{
    public const string Parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

    /// <summary>RFC 8410, 10.3.</summary>
    public const string Ed25519 = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";

    private static readonly Lazy<RSA> AnyRsa = new(static () => RSA.Create(2048));

    /// <summary>Takes a moment to make, so it is made once.</summary>
    public static RSA Rsa => AnyRsa.Value;

    public static ECDsa Ec() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>PKCS #8 with a passphrase, as OpenSSL writes it today.</summary>
    public static string Encrypted(AsymmetricAlgorithm key) => key.ExportEncryptedPkcs8PrivateKeyPem(
        "passphrase", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));

    /// <summary>As OpenSSL wrote it for long: that there is a passphrase is said inside the block.</summary>
    public static string EncryptedAsOfOld(string pem)
    {
        int head = pem.IndexOf('\n', StringComparison.Ordinal) + 1;
        return $"{pem[..head]}Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0123456789ABCDEF0123456789ABCDEF\n\n{pem[head..]}";
    }
}
