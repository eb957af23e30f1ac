namespace OvhIplb.Api.Configuration;

/// <summary>The dialect of INI that OVH's clients read: sections, key=value or key: value, comments with ; or #.</summary>
internal sealed class IniFile
{
    private readonly Dictionary<(string Section, string Key), string> _values = [];

    private IniFile()
    {
    }

    /// <summary>Never fails: a line that is none of these is passed over.</summary>
    public static IniFile Parse(string text)
    {
        var file = new IniFile();
        var section = "";
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] is ';' or '#')
            {
                continue;
            }

            if (line[0] == '[' && line[^1] == ']')
            {
                section = line[1..^1].Trim();
                continue;
            }

            var separator = line.IndexOfAny(['=', ':']);
            if (separator > 0)
            {
                file._values[(section, line[..separator].Trim())] = ValueIn(line[(separator + 1)..]);
            }
        }

        return file;
    }

    /// <summary>The value, or null where it is absent or empty.</summary>
    public string? Find(string section, string key) => _values.GetValueOrDefault((section, key)) is { Length: > 0 } value ? value : null;

    private static string ValueIn(string text)
    {
        var value = text.Trim();
        if (value.Length >= 2 && (value[0] is '"' or '\'') && value[^1] == value[0])
        {
            return value[1..^1];
        }

        var comment = value.IndexOf(" ;", StringComparison.Ordinal);
        comment = comment < 0 ? value.IndexOf(" #", StringComparison.Ordinal) : comment;
        return comment < 0 ? value : value[..comment].TrimEnd();
    }
}
