using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>Whether an EC key names its curve or spells it out, which authorities, browsers and most servers refuse.</summary>
internal static class EllipticCurve
{
    private const string PublicKeyAlgorithm = "1.2.840.10045.2.1";

    private static readonly Asn1Tag Parameters = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>Of a private key in DER, PKCS #8 or SEC 1.</summary>
    public static bool IsSpelledOut(byte[] privateKey)
    {
        try
        {
            var key = new AsnReader(privateKey, AsnEncodingRules.BER).ReadSequence();
            key.ReadInteger();
            return key.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? IsSpelledOutIn(key.ReadSequence()) : IsSpelledOutAfter(key);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    public static bool IsSpelledOut(X509Certificate2 certificate) =>
        certificate.PublicKey.Oid.Value == PublicKeyAlgorithm && IsSpelledOut(certificate.PublicKey.EncodedParameters);

    private static bool IsSpelledOut(AsnEncodedData? parameters) => parameters?.RawData is [0x30, ..];

    private static bool IsSpelledOutIn(AsnReader algorithm) =>
        algorithm.ReadObjectIdentifier() == PublicKeyAlgorithm && algorithm.HasData
            && algorithm.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence);

    private static bool IsSpelledOutAfter(AsnReader key)
    {
        key.ReadOctetString();
        return key.HasData
            && key.PeekTag().HasSameClassAndValue(Parameters)
            && key.ReadSequence(Parameters).PeekTag().HasSameClassAndValue(Asn1Tag.Sequence);
    }
}
