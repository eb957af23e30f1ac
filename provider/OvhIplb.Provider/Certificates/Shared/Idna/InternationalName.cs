using System.Globalization;
using System.Text;

namespace OvhIplb.Provider.Certificates.Shared.Idna;

/// <summary>
/// A domain name in the one form in which registries know it: UTS 46, non-transitional, with the rules for ASCII, hyphens, joiners and
/// direction. Combining marks are left to the xn-- form.
/// </summary>
internal static class InternationalName
{
    private const string Prefix = "xn--";
    private const int LongestLabel = 63;

    /// <summary>Far more than a name has, and little enough to be read at once.</summary>
    private const int LongestText = 1000;

    /// <summary>The name in ASCII, or what keeps it from being one, in words that follow the name.</summary>
    public static (string? Ascii, string? Reason) ToAscii(string name)
    {
        if (name.Length > LongestText)
        {
            return (null, "is longer than a domain name can be");
        }

        if (IsPlain(name))
        {
            var plain = Bare(name.ToLowerInvariant());
            return plain.Split('.').Select(FaultOfHyphens).FirstOrDefault(static fault => fault is not null) is { } fault
                ? (null, fault)
                : (plain, null);
        }

        var mapped = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (Fault(rune) is { } reason)
            {
                return (null, reason);
            }

            mapped.Append(Mapped(rune.Value));
        }

        var labels = Bare(mapped.ToString()).Split('.');
        int[]?[] read = [.. labels.Select(CodePointsOf)];
        var isBidi = read.Any(static label => label is { Length: > 0 } && LabelRules.IsFromRightToLeft(label));
        for (var index = 0; index < labels.Length; index++)
        {
            if (FaultOf(labels[index], read[index], isBidi) is { } reason)
            {
                return (null, reason);
            }
        }

        return (string.Join('.', labels.Select(Encoded)), null);
    }

    /// <summary>
    /// The name in lower case and in ASCII, whether or not the rules allow it; unchanged where it is far too long to be a name.
    /// </summary>
    public static string WithoutRules(string name) =>
        name.Length > LongestText
            ? name
            : string.Join(
                '.',
                Bare(name.ToLowerInvariant()).Split('.').Select(static label => label.Length > LongestLabel ? label : Encoded(label)));

    /// <summary>Whether the name can be judged without the table, whose reading costs more than everything else.</summary>
    private static bool IsPlain(string name) =>
        name.All(char.IsAscii) && !name.Split('.').Any(static label => label.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase));

    private static string Bare(string name) => name.EndsWith('.') ? name[..^1] : name;

    private static string Encoded(string label) => label.All(char.IsAscii) ? label : Prefix + Punycode.Encode(Runes(label));

    private static string? FaultOfHyphens(string label) => label is [_, _, '-', '-', ..] ? HyphensIn(label) : null;

    private static string HyphensIn(string label)
        => $"has the label '{label}' with hyphens in the third and fourth place, which only xn-- may have";

    private static string Mapped(int codePoint) =>
        codePoint < 0x80 ? ((char)codePoint).ToString().ToLowerInvariant()
        : IdnaTable.Instance.IsIgnored(codePoint) ? ""
        : IdnaTable.Instance.MappedTo(codePoint) ?? char.ConvertFromUtf32(codePoint);

    private static string? Fault(Rune rune)
    {
        var table = IdnaTable.Instance;
        if (rune.IsAscii || table.IsIgnored(rune.Value))
        {
            return null;
        }

        if ((table.MappedTo(rune.Value) ?? rune.ToString()).EnumerateRunes().Any(part => table.IsMark(part.Value)))
        {
            return "holds a combining mark; write the composed letter or the xn-- form";
        }

        // Hangul in parts, as some file systems write it.
        return rune.Value is (>= 0x1100 and <= 0x11FF) or (>= 0xA960 and <= 0xA97F) or (>= 0xD7B0 and <= 0xD7FF)
            ? "holds a part of a Hangul syllable; write whole syllables or the xn-- form"
            : table.IsValid(rune.Value) || table.MappedTo(rune.Value) is not null
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"holds U+{rune.Value:X4}, which no domain name may hold");
    }

    private static string? FaultOf(string label, int[]? codePoints, bool isBidi)
    {
        if (label.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return codePoints is null || !LabelRules.IsValid(codePoints) || (isBidi && !LabelRules.IsDirected(codePoints))
                ? $"has the label '{label}', which is the xn-- form of no domain name"
                : null;
        }

        // A character beyond the first plane is two in the text of the label, and one place in the name.
        if (codePoints is [_, _, '-', '-', ..])
        {
            return HyphensIn(label);
        }

        if (codePoints is null or [])
        {
            return null;
        }

        // What else a label in ASCII may be is checked of every name alike.
        if (!label.All(char.IsAscii))
        {
            if (codePoints.Length > LongestLabel)
            {
                return $"has a label that is longer than {LongestLabel} characters";
            }

            if (!LabelRules.IsValid(codePoints))
            {
                return $"has the label '{label}', which is no label of a domain name";
            }
        }

        return isBidi && !LabelRules.IsDirected(codePoints)
            ? $"has the label '{label}', which cannot stand in a name with letters from right to left"
            : null;
    }

    /// <summary>Of the label as it is read; null where it is an xn-- form of nothing.</summary>
    private static int[]? CodePointsOf(string label)
    {
        if (!label.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return Runes(label);
        }

        return label.All(char.IsAscii)
            && Punycode.Decode(label[Prefix.Length..]) is { Length: > 0 } decoded
            && decoded.Any(static codePoint => codePoint >= 0x80)
            && Punycode.Encode(decoded) == label[Prefix.Length..]
                ? decoded
                : null;
    }

    private static int[] Runes(string label) => [.. label.EnumerateRunes().Select(static rune => rune.Value)];
}
