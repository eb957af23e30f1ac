using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OvhIplb.Api.Errors;

/// <summary>
/// Takes secrets out of text that comes from outside: the API, and proxies on the way to it, may repeat what they were sent.
/// Values of less than eight characters, which no credential of OVH's has, are left alone: they would tear holes into every word.
/// </summary>
internal sealed partial class Redaction
{
    private const int ShortestSecret = 8;
    private const string Replacement = "[secret]";

    private ImmutableHashSet<string> _secrets = [];

    /// <summary>Knows no secret but those of a form that gives itself away.</summary>
    public static Redaction None { get; } = new();

    public static Redaction Of(IEnumerable<string> secrets)
    {
        var redaction = new Redaction();
        foreach (var secret in secrets)
        {
            redaction.Add(secret);
        }

        return redaction;
    }

    /// <summary>From now on hides this one, each line of it, also where it is escaped as in a URL or in JSON.</summary>
    public void Add(string secret)
    {
        // The lines of a PEM text that say what it is are no secret, and stand in other texts as well.
        var lines = secret.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line.Length >= ShortestSecret && !line.StartsWith("-----", StringComparison.Ordinal))
            .SelectMany(line => new[] {
                line,
                Uri.EscapeDataString(line),
                line.Replace("/", "\\/", StringComparison.Ordinal),
                JsonEncodedText.Encode(line).Value })
            .ToArray();
        ImmutableInterlocked.Update(ref _secrets, known => known.Union(lines));
    }

    public string Apply(string text)
    {
        var redacted = Signature().Replace(PrivateKey().Replace(text, Replacement), Replacement);
        return _secrets.OrderByDescending(secret => secret.Length).Aggregate(
            redacted, (current, secret) => current.Replace(secret, Replacement, StringComparison.Ordinal));
    }

    [GeneratedRegex(
        "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|\\z)",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex PrivateKey();

    /// <summary>Good for a few minutes, for one request; still, it is the caller's.</summary>
    [GeneratedRegex(@"\$1\$[0-9a-f]{40}", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();
}
