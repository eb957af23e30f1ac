using System.Net;
using OvhIplb.Provider.Certificates.Shared.Idna;

namespace OvhIplb.Provider.Certificates.Shared;

/// <summary>The names a certificate may hold, and the one form in which two spellings of a name are equal.</summary>
internal static class DomainName
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    /// <summary>The reason why a certificate cannot hold the name, or null where it can.</summary>
    public static string? Check(string name) => CheckKind(name) ?? CheckAscii(name);

    /// <summary>
    /// As <see cref="Check"/>, but null also for a name that only the rules for international names (UTS 46) refuse: earlier versions did
    /// not
    /// have these rules, so a certificate may hold such a name.
    /// </summary>
    public static string? CheckForm(string name) => IsNormal(Normalize(name)) && CheckKind(name) is null ? null : Check(name);

    /// <summary>
    /// Lower case, without the trailing dot, international names in their <c>xn--</c> form. A name that <see cref="Check"/> refuses has the
    /// form
    /// that earlier versions gave it.
    /// </summary>
    public static string Normalize(string name) => InternationalName.ToAscii(name).Ascii ?? InternationalName.WithoutRules(name);

    /// <summary>
    /// Whether a name is written in normal form, in letters, digits and hyphens. What an xn-- label stands for is not looked at.
    /// </summary>
    public static bool IsNormal(string name) =>
        name.Length <= LongestName
        && name.Split('.') is { Length: >= 2 } labels
        && labels.All(IsLabel)
        && !labels[^1].All(char.IsAsciiDigit);

    private static string? CheckKind(string name)
    {
        if (name.Trim() != name || name.Length == 0)
        {
            return $"'{name}' is not a domain name, such as www.example.com";
        }

        if (name.Contains('*', StringComparison.Ordinal))
        {
            return $"'{name}' is a wildcard; free certificates are issued for exact names only";
        }

        if (IPAddress.TryParse(name, out _))
        {
            return $"'{name}' is an IP address; free certificates are issued for domain names only";
        }

        // Its lower case is more than one letter, or another in another language.
        if (name.ToLowerInvariant().Any(char.IsUpper))
        {
            return $"'{name}' holds a letter whose lower case is not certain; write it in lower case or in the xn-- form";
        }

        return null;
    }

    private static string? CheckAscii(string name)
    {
        (var ascii, var reason) = InternationalName.ToAscii(name);
        if (ascii is null)
        {
            return $"'{name}' {reason}";
        }

        if (ascii.Length > LongestName)
        {
            return $"'{name}' is longer than {LongestName} characters";
        }

        var labels = ascii.Split('.');
        if (labels.Length < 2)
        {
            return $"'{name}' has one label only; give a full domain name, such as www.example.com";
        }

        return IsNormal(ascii) ? null : $"'{name}' is not a domain name, such as www.example.com";
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(static character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');
}
