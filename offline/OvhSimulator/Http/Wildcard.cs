using System.IO.Enumeration;

namespace OvhSimulator.Http;

/// <summary>Paths in which <c>*</c> stands for anything, slashes included.</summary>
internal static class Wildcard
{
    public static bool Matches(string pattern, string path)
        => FileSystemName.MatchesSimpleExpression(Literal(pattern), path, ignoreCase: false);

    // Only the star is special here; to the file system's matcher question mark and backslash are too.
    private static string Literal(string pattern)
        => pattern.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("?", "\\?", StringComparison.Ordinal);
}
