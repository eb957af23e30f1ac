using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace OvhSimulator.Certificates;

/// <summary>Distinguished names in OpenSSL's one-line form: <c>/C=FR/O=Example/CN=www.example.com</c>.</summary>
internal static class Subjects
{
    /// <summary>OpenSSL's short names; what is not here is written as its number.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        ["2.5.4.3"] = "CN",
        ["2.5.4.4"] = "SN",
        ["2.5.4.5"] = "serialNumber",
        ["2.5.4.6"] = "C",
        ["2.5.4.7"] = "L",
        ["2.5.4.8"] = "ST",
        ["2.5.4.9"] = "street",
        ["2.5.4.10"] = "O",
        ["2.5.4.11"] = "OU",
        ["2.5.4.12"] = "title",
        ["2.5.4.15"] = "businessCategory",
        ["2.5.4.17"] = "postalCode",
        ["2.5.4.42"] = "GN",
        ["0.9.2342.19200300.100.1.1"] = "UID",
        ["0.9.2342.19200300.100.1.25"] = "DC",
        ["1.2.840.113549.1.9.1"] = "emailAddress",
        ["1.3.6.1.4.1.311.60.2.1.3"] = "jurisdictionC",
    };

    /// <exception cref="AsnContentException">The name is not encoded as one.</exception>
    public static string Slashes(X500DistinguishedName name)
    {
        var line = "";
        // BER: some authorities do not sort the parts of a name as DER demands.
        var parts = new AsnReader(name.RawData, AsnEncodingRules.BER).ReadSequence();
        while (parts.HasData)
        {
            var attributes = parts.ReadSetOf();
            while (attributes.HasData)
            {
                var attribute = attributes.ReadSequence();
                var type = attribute.ReadObjectIdentifier();
                var value = attribute.ReadCharacterString((UniversalTagNumber)attribute.PeekTag().TagValue);
                line += $"/{Names.GetValueOrDefault(type, type)}={value}";
            }
        }
        return line;
    }
}
