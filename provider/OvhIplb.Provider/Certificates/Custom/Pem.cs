using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>The blocks of a PEM text, each with its label and what is between the lines that begin and end it.</summary>
internal static partial class Pem
{
    public const string Certificate = "CERTIFICATE";

    private const string Begin = "-----BEGIN ";

    /// <summary>In their order; text between them is nobody's concern.</summary>
    public static ImmutableArray<(string Label, string Text)> BlocksOf(string text) => BlocksOfClean(PemText.Clean(text));

    /// <summary>Whether a block begins that is cut off or holds what is no base64, so that it is none of <see cref="BlocksOf"/>.</summary>
    public static bool HoldsBroken(string text)
    {
        var clean = PemText.Clean(text);
        return clean.AsSpan().Count(Begin) > BlocksOfClean(clean).Length;
    }

    /// <summary>A key where none belongs would be shown to everybody, so it has to be told without looking closely.</summary>
    public static bool HoldsKey(string text)
    {
        var clean = PemText.Clean(text);
        return clean.Contains("PRIVATE KEY-----", StringComparison.Ordinal)
            || (clean.Contains("PRIVATE KEY", StringComparison.Ordinal) && clean.Contains("BEGIN", StringComparison.Ordinal))
            || BeginOfKey().IsMatch(clean)
            || PemRefusal.HoldsKey(text);
    }

    /// <summary>
    /// Whether there is data between the blocks, such as a key without the lines around it: a long run as of base64, which the names, dates
    /// and
    /// fingerprints that tools write there do not have.
    /// </summary>
    public static bool HoldsDataBetweenBlocks(string text)
    {
        var rest = PemText.Clean(text);
        while (PemEncoding.TryFind(rest, out var fields))
        {
            rest = string.Concat(rest.AsSpan(0, fields.Location.Start.Value), "\n", rest.AsSpan(fields.Location.End.Value));
        }

        // Hexadecimal digits alone are a fingerprint.
        return LongRun().Matches(rest).Any(static run => !run.Value.All(char.IsAsciiHexDigit));
    }

    /// <summary>Whether a text holds a key, or is binary, so that nobody can say whether it does.</summary>
    public static bool MayHoldKey(string text) => HoldsKey(text) || PemRefusal.IsBinary(text);

    [GeneratedRegex("BEGIN [A-Z0-9 ]*PRIVATE KEY", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeginOfKey();

    [GeneratedRegex("[A-Za-z0-9+/_]{48,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongRun();

    private static ImmutableArray<(string Label, string Text)> BlocksOfClean(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<(string, string)>();
        ReadOnlySpan<char> rest = text;
        while (PemEncoding.TryFind(rest, out var fields))
        {
            // The same text however the lines of a file end, as it may have been written elsewhere.
            blocks.Add((rest[fields.Label].ToString(), PemEncoding.WriteString(
                rest[fields.Label],
                Convert.FromBase64String(rest[fields.Base64Data].ToString()))));
            rest = rest[fields.Location.End..];
        }

        return blocks.ToImmutable();
    }
}
