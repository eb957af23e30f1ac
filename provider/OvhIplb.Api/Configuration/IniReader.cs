using System.Globalization;

namespace OvhIplb.Api.Configuration;

/// <summary>
/// Reads the INI text of one file by the grammar of gopkg.in/ini.v1, which OVHcloud's Go client uses: sections end at the last ]
/// of their line, values at the first # or ; outside backticks and triple quotes, and a trailing backslash continues a value.
/// </summary>
/// <param name="text">The text of the file.</param>
/// <param name="path">The file, as messages name it.</param>
/// <param name="into">Where the values go.</param>
internal sealed class IniReader(string text, string path, IniFile into)
{
    private const string TripleQuote = "\"\"\"";
    private const string Backtick = "`";

    private int _position;

    private int _line;

    private int _unnamed;

    private string _section = IniFile.DefaultSection;

    private bool IsAtEnd => _position >= text.Length;

    /// <exception cref="IniSyntaxException">A line is none of what the grammar knows; nothing after it is read.</exception>
    public void Read()
    {
        if (text.StartsWith('\uFEFF'))
        {
            _position = 1;
        }

        while (!IsAtEnd)
        {
            var line = NextLine().TrimStart();
            if (line.Length == 0 || line[0] is '#' or ';')
            {
                continue;
            }

            if (line[0] == '[')
            {
                BeginSection(line);
            }
            else
            {
                var (key, value) = SplitKey(line);
                into.Set(_section, key == "-" ? Unnamed() : key, ValueIn(value.TrimStart()), path);
            }
        }
    }

    /// <summary>The rest of the text up to the next line feed, which is kept: it counts where a value is measured.</summary>
    private string NextLine()
    {
        _line++;
        var end = text.IndexOf('\n', _position);
        var line = end < 0 ? text[_position..] : text[_position..(end + 1)];
        _position += line.Length;
        return line;
    }

    private void BeginSection(string line)
    {
        var end = line.LastIndexOf(']');
        _section = end switch
        {
            < 0 => throw Fault("begins a section with [ and lacks the ] that ends it"),
            1 => throw Fault("begins a section without a name"),
            _ => line[1..end],
        };
        _unnamed = 0;
        into.AddSection(_section);
    }

    private string Unnamed() => string.Create(CultureInfo.InvariantCulture, $"#{++_unnamed}");

    private (string Key, string Value) SplitKey(string line)
    {
        var quote = QuoteOfKey(line);
        var end = quote.Length == 0 ? 0 : line.IndexOf(quote, quote.Length, StringComparison.Ordinal);
        if (end < 0)
        {
            throw Fault("begins a key with a quote and lacks the one that ends it");
        }

        var delimiter = line.IndexOfAny(['=', ':'], end + quote.Length);
        if (delimiter < 0)
        {
            throw Fault(Invisible(line) ?? "is neither a comment, a [section] nor key=value");
        }

        var key = (quote.Length == 0 ? line[..delimiter] : line[quote.Length..end]).Trim();
        return key.Length > 0 ? (key, line[(delimiter + 1)..]) : throw Fault("has no key before its = or :");
    }

    private static string QuoteOfKey(string line) => line[0] switch
    {
        '"' => line.Length > 6 && line.StartsWith(TripleQuote, StringComparison.Ordinal) ? TripleQuote : "\"",
        '`' => Backtick,
        _ => "",
    };

    private string ValueIn(string rest)
    {
        var quote = rest.Length > 3 && rest.StartsWith(TripleQuote, StringComparison.Ordinal) ? TripleQuote
            : rest.StartsWith('`') ? Backtick
            : "";
        if (quote.Length > 0)
        {
            var quoted = rest[quote.Length..];
            var end = quoted.LastIndexOf(quote, StringComparison.Ordinal);
            return end < 0 ? Unquoted(quoted, quote) : quoted[..end];
        }

        var value = rest.TrimEnd();
        return value.EndsWith('\\') ? Continued(value[..^1]) : WithoutQuotes(WithoutComment(value));
    }

    /// <summary>A quoted value over several lines, up to the last such quote of a line that has one.</summary>
    private string Unquoted(string begun, string quote)
    {
        var begin = _line;
        var value = begun;
        while (!IsAtEnd)
        {
            var line = NextLine();
            var end = line.LastIndexOf(quote, StringComparison.Ordinal);
            if (end >= 0)
            {
                return value + line[..end];
            }

            value += line;
        }

        throw new IniSyntaxException(path, begin, $"begins a value with {quote} and no line ends it");
    }

    /// <summary>Neither comments nor quotes count in what is continued.</summary>
    private string Continued(string begun)
    {
        var value = begun;
        while (!IsAtEnd)
        {
            var line = NextLine().Trim();
            if (line.Length == 0)
            {
                break;
            }

            value += line;
            if (!value.EndsWith('\\'))
            {
                break;
            }

            value = value[..^1];
        }

        return value;
    }

    private static string WithoutComment(string value)
        => value.IndexOfAny(['#', ';']) is var comment and >= 0 ? value[..comment].TrimEnd() : value;

    /// <summary>Quotes are only taken off where the same does not stand in between.</summary>
    private static string WithoutQuotes(string value) =>
        value.Length >= 2 && value[0] is '\'' or '"' && value.IndexOf(value[0], 1) == value.Length - 1 ? value[1..^1] : value;

    /// <summary>A line that looks right and is not: what was pasted with it cannot be seen.</summary>
    private static string? Invisible(string line) => char.GetUnicodeCategory(line[0]) is UnicodeCategory.Format or UnicodeCategory.Control
        ? string.Create(CultureInfo.InvariantCulture, $"begins with an invisible character (U+{(int)line[0]:X4}); delete it")
        : null;

    private IniSyntaxException Fault(string reason) => new(path, _line, reason);
}
