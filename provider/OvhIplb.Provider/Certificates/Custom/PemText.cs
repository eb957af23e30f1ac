using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OvhIplb.Provider.Certificates.Custom;

/// <summary>PEM as it arrives through editors, environment files and web pages, brought into the form that parsers take.</summary>
internal static partial class PemText
{
    /// <summary>
    /// Without byte order marks and other characters that cannot be seen, with plain blanks, with the line ends that a literal <c>\n</c>
    /// stands for, and with every line that begins or ends a block on a line of its own.
    /// </summary>
    public static string Clean(string text)
    {
        var visible = text.All(char.IsAscii) ? text : Visible(text);
        return Boundary().Replace(EscapedLineEnd().Replace(visible, "\n"), "\n$0\n");
    }

    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            switch (char.GetUnicodeCategory(character))
            {
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.SpaceSeparator:
                    visible.Append(' ');
                    break;
                case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    visible.Append('\n');
                    break;
                default:
                    visible.Append(character == '\u0085' ? '\n' : character);
                    break;
            }
        }

        return visible.ToString();
    }

    /// <summary>How files that hold no line ends write them, such as environment files and JSON in a string.</summary>
    [GeneratedRegex(@"\\+[nr]", RegexOptions.CultureInvariant)]
    private static partial Regex EscapedLineEnd();

    [GeneratedRegex("-----(BEGIN|END) [A-Z0-9 ]+-----", RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();
}
