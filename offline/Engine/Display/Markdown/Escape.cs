using System.Net;
using System.Text.RegularExpressions;

namespace Engine.Display.Markdown;

/// <summary>
/// Texts that somebody else chose, so that they stand in Markdown for themselves: as code, in which GitHub sees no mention, no
/// link, no markup and no HTML.
/// </summary>
internal static partial class Escape
{
    /// <summary>The longest name that is shown whole.</summary>
    private const int LongestName = 200;

    /// <summary>A name in a line of text.</summary>
    public static string Code(string name)
    {
        var line = Line(name);
        var fence = Fence(line, 1);
        return fence.Length == 1 ? $"`{line}`" : $"{fence} {line} {fence}";
    }

    /// <summary>A name in a row of a table, whose cells end at the next pipe even in code.</summary>
    public static string Cell(string name) => Code(name).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>A name where HTML stands.</summary>
    public static string Html(string name) => $"<code>{WebUtility.HtmlEncode(Line(name))}</code>";

    /// <summary>A name inside of a comment of HTML.</summary>
    public static string Hidden(string name)
        => Line(name).Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);

    /// <summary>A block's text: without control characters, and without colours for a terminal.</summary>
    public static string Block(string text) => Control().Replace(Colour().Replace(text.ReplaceLineEndings("\n"), ""), "");

    /// <summary>More backticks than stand side by side anywhere in a text, so that it cannot end its own code.</summary>
    public static string Fence(string text, int least) =>
        new('`', Math.Max(least, Backticks().Matches(text).Select(run => run.Length + 1).DefaultIfEmpty().Max()));

    private static string Line(string name) => LongText.Cut(Block(name).Replace('\n', ' ').Replace('\t', ' '), LongestName);

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();

    [GeneratedRegex(@"\e\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colour();

    [GeneratedRegex(@"[\p{Cc}-[\n\t]]")]
    private static partial Regex Control();
}
