using System.Text.RegularExpressions;

namespace Engine.Project;

/// <summary>
/// A range of versions as <c>requiredPulumiVersion</c> writes it: comparisons such as <c>&gt;=3.200.0</c> or <c>!3.210.1</c>, of which all
/// between two <c>||</c> have to hold, and one such group at least. An <c>x</c> at the end stands for any number: <c>3.x</c>.
/// </summary>
internal sealed partial class VersionRange
{
    private readonly IReadOnlyList<IReadOnlyList<Func<Version, bool>>> _groups;

    private VersionRange(IReadOnlyList<IReadOnlyList<Func<Version, bool>>> groups) => _groups = groups;

    /// <summary>The range; null where the text is none.</summary>
    public static VersionRange? Parse(string text)
    {
        var groups = new List<IReadOnlyList<Func<Version, bool>>>();
        foreach (var group in text.Split("||"))
        {
            var parts = Comparison().Matches(group);
            // What no comparison covers is no part of a range.
            if (parts.Count == 0 || Comparison().Replace(group, "").Trim().Length > 0)
            {
                return null;
            }

            groups.Add([.. parts.Select(static part => Test(part.Groups["operator"].Value, part.Groups["version"].Value))]);
        }

        return new VersionRange(groups);
    }

    public bool Contains(Version version) => _groups.Any(group => group.All(test => test(version)));

    // A version with an x is the range from its first version to the one before the next.
    private static Func<Version, bool> Test(string comparison, string text)
    {
        var parts = text.Split('.');
        var given = parts.Count(static part => part is not ("x" or "X" or "*"));
        int[] numbers = [.. parts.Take(given).Select(int.Parse), .. Enumerable.Repeat(0, 3 - given)];
        var first = new Version(numbers[0], numbers[1], numbers[2]);
        var next = given switch
        {
            3 => new Version(numbers[0], numbers[1], numbers[2] + 1),
            2 => new Version(numbers[0], numbers[1] + 1, 0),
            _ => new Version(numbers[0] + 1, 0, 0),
        };
        return comparison switch
        {
            ">" => version => version >= next,
            ">=" => version => version >= first,
            "<" => version => version < first,
            "<=" => version => version < next,
            "!" or "!=" => version => version < first || version >= next,
            _ => version => version >= first && version < next,
        };
    }

    [GeneratedRegex(@"(?<=^|\s)(?<operator>>=|<=|==|!=|>|<|=|!|)\s*(?<version>\d{1,6}\.([xX*]|\d{1,6}\.(\d{1,6}|[xX*])))(?=\s|$)")]
    private static partial Regex Comparison();
}
