using System.Text.RegularExpressions;

namespace Pulumi.Tests.Surface;

/// <summary>A member's declaration and the name its overloads share.</summary>
internal sealed partial record Declaration(string Name, string Text)
{
    /// <summary>The member's name: what stands before the parameters, the accessors or the end, attributes left out.</summary>
    public static string NameIn(string declaration)
    {
        var text = Attributes().Replace(declaration, "");
        if (text.Contains(" this[", StringComparison.Ordinal))
        {
            return "this[]";
        }

        // A comma ends an enum's value; elsewhere it parts type arguments.
        var end = text.EndsWith(',') ? text.IndexOf(" =", StringComparison.Ordinal) : text.IndexOfAny(['(', '{', ';']);
        var before = TypeArguments().Replace(text[..end].TrimEnd(), "");
        return before[(before.LastIndexOf(' ') + 1)..];
    }

    [GeneratedRegex(@"^(\[(?:[^\[\]]|\[[^\]]*\])*\]\s*)+")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"<[^<>]*>$")]
    private static partial Regex TypeArguments();
}
