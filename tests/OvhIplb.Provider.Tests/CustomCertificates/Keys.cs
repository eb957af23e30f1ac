using System.Security.Cryptography;

namespace OvhIplb.Provider.Tests.CustomCertificates;

/// <summary>Keys in the forms that tools write them in.</summary>
internal static class Keys
{
    public const string Parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

    /// <summary>RFC 8410, 10.3.</summary>
    public const string Ed25519
        = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";

    /// <summary>
    /// A certificate for a key with explicit parameters, made with `openssl ecparam -param_enc explicit` and `openssl req -x509`; valid
    /// until 2126.
    /// </summary>
    public const string CertificateOfSpelledOut =
        """
        -----BEGIN CERTIFICATE-----
        MIICgDCCAiWgAwIBAgIURWPU48yceUBtcAZYXBEwPfphLVEwCgYIKoZIzj0EAwIw
        GjEYMBYGA1UEAwwPd3d3LmV4YW1wbGUuY29tMCAXDTI2MTIwMTAzMzYzMVoYDzIx
        MjYxMTA3MDMzNjMxWjAaMRgwFgYDVQQDDA93d3cuZXhhbXBsZS5jb20wggFLMIIB
        AwYHKoZIzj0CATCB9wIBATAsBgcqhkjOPQEBAiEA/////wAAAAEAAAAAAAAAAAAA
        AAD///////////////8wWwQg/////wAAAAEAAAAAAAAAAAAAAAD/////////////
        //wEIFrGNdiqOpPns+u9VXaYhrxlHQawzFOw9jvOPD4n0mBLAxUAxJ02CIbnBJNq
        ZnjhE50mt4GffpAEQQRrF9Hy4SxCR/i85uVjpEDydwN9gS3rM6D0oTlF2JjClk/j
        QuL+Gn+bjufrSnwPnhYrzjNXazFezsu2QGg3v1H1AiEA/////wAAAAD/////////
        /7zm+q2nF56E87nKwvxjJVECAQEDQgAE+SorWY97yF4ksXsXFeriqT15tN86FVFF
        pHwnQ8LIzRGEaaKYKspupS0cHUu9V8pJn/hGReu4G9AclMV/vhkCdqNTMFEwHQYD
        VR0OBBYEFMhIYGkQ709PqZ5faEuotmZz+0VxMB8GA1UdIwQYMBaAFMhIYGkQ709P
        qZ5faEuotmZz+0VxMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIh
        AJ6lz8P+hO+x3D9SvUFUGv/LRqIJF96JCbFk6cTJNWreAiEAy3Hf5AjQTgGBoO3R
        UhixQhZSSfrTk02cLFZUKi7WGYc=
        -----END CERTIFICATE-----
        """;

    private static readonly Lazy<RSA> AnyRsa = new(static () => RSA.Create(2048));

    /// <summary>Takes a moment to make, so it is made once.</summary>
    public static RSA Rsa => AnyRsa.Value;

    public static ECDsa Ec() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>With the curve's parameters in place of its name, as `openssl ecparam -param_enc explicit` has it.</summary>
    public static ECDsa SpelledOut()
    {
        using var named = Ec();
        return ECDsa.Create(named.ExportExplicitParameters(includePrivateParameters: true));
    }

    /// <summary>PKCS #8 with a passphrase, as OpenSSL writes it today.</summary>
    public static string Encrypted(AsymmetricAlgorithm key) => key.ExportEncryptedPkcs8PrivateKeyPem(
        "passphrase", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));

    /// <summary>As OpenSSL wrote it for long: that there is a passphrase is said inside the block.</summary>
    public static string EncryptedAsOfOld(string pem)
    {
        var head = pem.IndexOf('\n', StringComparison.Ordinal) + 1;
        return $"{pem[..head]}Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0123456789ABCDEF0123456789ABCDEF\n\n{pem[head..]}";
    }
}
