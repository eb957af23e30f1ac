using System.Text.RegularExpressions;

namespace Conformance.Contract;

/// <summary>The contract as the fact sheet lists it, by file and then by message, enum or service.</summary>
internal sealed partial class FactSheet
{
    private readonly Dictionary<string, SortedDictionary<string, string>> _files = new(StringComparer.Ordinal);

    private string _file = "";

    private string _heading = "";

    /// <summary>The entries of each file; each entry's lines in the order of the sheet.</summary>
    public static IReadOnlyDictionary<string, SortedDictionary<string, string>> Read(string path)
    {
        var sheet = new FactSheet();
        foreach (var line in File.ReadLines(path))
        {
            sheet.Add(line);
        }

        return sheet._files;
    }

    /// <summary>The entries of one file's text.</summary>
    public static SortedDictionary<string, string> Parse(string file, string text)
    {
        var sheet = new FactSheet();
        sheet.Add($"## file {file} ");
        foreach (var line in text.Split('\n'))
        {
            sheet.Add(line);
        }

        return sheet._files[file];
    }

    private void Add(string line)
    {
        var trimmed = line.Trim();
        if (FileLine().Match(line) is { Success: true } match)
        {
            _file = match.Groups[1].Value;
            _files[_file] = new SortedDictionary<string, string>(StringComparer.Ordinal);
        }
        else if (HeadingLine().IsMatch(line))
        {
            _heading = trimmed;
            _files[_file][_heading] = "";
        }
        else if (trimmed.Length > 0 && _file.Length > 0 && !trimmed.StartsWith("reserved", StringComparison.Ordinal))
        {
            _files[_file][_heading] += Normal(trimmed) + "\n";
        }
    }

    /// <summary>White space folded, type names reduced to their last word.</summary>
    private static string Normal(string line) => QualifiedName().Replace(
        Spaces().Replace(line, " "), static match => DescriptorText.LastName(match.Value));

    [GeneratedRegex(@"^## file (\S+) ")]
    private static partial Regex FileLine();

    [GeneratedRegex(@"^(service|message|enum) ")]
    private static partial Regex HeadingLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b[A-Za-z_]+(\.[A-Za-z_]+)+\b")]
    private static partial Regex QualifiedName();
}
