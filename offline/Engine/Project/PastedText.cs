using System.Text.RegularExpressions;

namespace Engine.Project;

/// <summary>
/// YAML as it comes out of web pages and word processors: the white space that gives a line its place may be no-break spaces, and
/// marks without width may stand before it. No character that is left changes its place by more than such marks.
/// </summary>
internal static partial class PastedText
{
    public static string Clean(string text) => WhiteSpace().Replace(text, static match => match.Value
        .Replace('\u00a0', ' ').Replace("\ufeff", "", StringComparison.Ordinal).Replace("\u200b", "", StringComparison.Ordinal));

    // What stands before a line's first character, after the dash of a list's item, and after a key's colon.
    [GeneratedRegex(@"^[ \u00a0\ufeff\u200b]*(?:-[ \u00a0]+)*(?:[\w.:/-]+:[ \u00a0]+)?", RegexOptions.Multiline)]
    private static partial Regex WhiteSpace();
}
