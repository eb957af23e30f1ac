using System.Buffers.Text;
using System.Text;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>What certificates and keys are given as that is no PEM, named so that the user can put it right.</summary>
internal static class PemRefusal
{
    private const byte Sequence = 0x30;
    private const byte Integer = 0x02;
    private const byte VersionOfContainer = 3;
    private const int ShortestEncoding = 48;

    private static readonly string[] Extensions = [".pem", ".crt", ".cer", ".der", ".key", ".p12", ".pfx", ".p7b", ".txt"];

    /// <summary>What a text without any block is, in words that follow the property's name; null where that is not known.</summary>
    /// <param name="text">The text.</param>
    /// <param name="label">What its block should have been.</param>
    public static string? Name(string text, string label)
    {
        if (IsBinary(text))
        {
            return $"is binary (DER or PKCS #12) and not PEM, and reading it as text damages it; give it as PEM, as `{FromDer(label)}` or "
                + $"`{FromContainer(label)}` "
                + "writes it";
        }

        if (text.Contains("BEGIN ", StringComparison.Ordinal) && !PemText.Clean(text).Contains("-----BEGIN ", StringComparison.Ordinal))
        {
            return $"has a line that begins a block and is not written as PEM; it is -----BEGIN {label}-----, with five hyphens on both "
                + $"sides";
        }

        if (Encoded(text) is { } bytes)
        {
            return bytes[0] == '-' ? "is the base64 of PEM; decode it first, as `base64 -d` does"
                : VersionIn(bytes) == VersionOfContainer
                    ? $"is PKCS #12 in base64; give its {label} in PEM, as `{FromContainer(label)}` writes it"
                    : $"is base64 without the lines around it; write -----BEGIN {label}----- before and -----END {label}----- after it";
        }

        return IsPath(text) ? "is the name of a file; give what is in the file" : null;
    }

    /// <summary>Whether base64 without the lines around it, or the base64 of PEM, holds a key.</summary>
    public static bool HoldsKey(string text) =>
        Encoded(text) is { } bytes && (bytes[0] == '-' ? Pem.HoldsKey(Encoding.Latin1.GetString(bytes)) : VersionIn(bytes) is not null);

    /// <summary>What a program reads as text although it is none has characters that no text has.</summary>
    public static bool IsBinary(string text) =>
        text.Any(static character => character == '\uFFFD' || (char.IsControl(character) && !char.IsWhiteSpace(character)));

    private static string FromDer(string label) => label == Pem.Certificate ? "openssl x509 -inform der" : "openssl pkey -inform der";

    /// <summary>Without its option, the command writes the key and the certificates together, and no property takes both.</summary>
    private static string FromContainer(string label)
        => label == Pem.Certificate ? "openssl pkcs12 -nokeys" : "openssl pkcs12 -nodes -nocerts";

    /// <summary>The bytes of what is base64 as a whole, and the encoding of something or PEM; null where it is none.</summary>
    private static byte[]? Encoded(string text)
    {
        var bare = string.Concat(PemText.Clean(text).Where(static character => !char.IsWhiteSpace(character))).Trim('"', '\'');
        if (bare.Length < ShortestEncoding || !Base64.IsValid(bare))
        {
            return null;
        }

        var bytes = Convert.FromBase64String(bare);
        return bytes is [Sequence, ..] || bytes.AsSpan().StartsWith("-----"u8) ? bytes : null;
    }

    /// <summary>The version that keys and PKCS #12 begin with; null where there is none, as in certificates.</summary>
    private static byte? VersionIn(byte[] bytes)
    {
        var start = 2 + (bytes[1] < 0x80 ? 0 : bytes[1] - 0x80);
        return bytes.AsSpan(Math.Min(start, bytes.Length)) is [Integer, 1, var version, ..] ? version : null;
    }

    private static bool IsPath(string text)
    {
        var trimmed = text.Trim();
        return !trimmed.Contains('\n', StringComparison.Ordinal)
            && Extensions.Any(extension => trimmed.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
    }
}
