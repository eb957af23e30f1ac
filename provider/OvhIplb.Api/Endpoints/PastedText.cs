using System.Globalization;

namespace OvhIplb.Api.Endpoints;

/// <summary>What comes along when a value is pasted, or read from a file, and belongs to no endpoint and no credential.</summary>
internal static class PastedText
{
    private const string Quotes = "\"'`";

    /// <summary>Quotes around a value, as those in an env file of Docker stay; in words that follow its name, null for none.</summary>
    public static string? FaultOfQuotes(string value) =>
        value.Length > 0 && (Quotes.Contains(value[0], StringComparison.Ordinal) || Quotes.Contains(value[^1], StringComparison.Ordinal))
            ? "has quotes around it that are part of the value; write it without them"
            : null;

    /// <summary>
    /// White space, line breaks, what cannot be seen and what is not ASCII; in words that follow the name of the value, null for none.
    /// </summary>
    public static string? FaultOfCharacters(string value)
    {
        foreach (var (index, character) in value.Index())
        {
            if (character is > ' ' and < '\x7f')
            {
                continue;
            }

            var what = character switch
            {
                '\n' or '\r' => "a line break",
                ' ' => "a blank",
                '\t' => "a tab",
                _ when char.IsControl(character) => string.Create(
                    CultureInfo.InvariantCulture,
                    $"a control character, U+{(int)character:X4},"),
                _ => string.Create(CultureInfo.InvariantCulture, $"a character beyond ASCII, U+{(int)character:X4},"),
            };
            var where = index == 0 ? "at its beginning" : !value.AsSpan(index).ContainsAnyInRange('!', '~') ? "at its end" : "in it";
            return $"has {what} {where}; write it without";
        }

        return null;
    }
}
