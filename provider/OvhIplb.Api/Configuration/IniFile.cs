using System.Text.RegularExpressions;
using OvhIplb.Api.Endpoints;

namespace OvhIplb.Api.Configuration;

/// <summary>
/// The settings of ovh.conf files, merged key by key, as OVHcloud's Go client looks them up: names count to the letter, a section
/// [a.b] inherits from [a], and %(key)s stands for another value of the section or of those before any section.
/// </summary>
internal sealed partial class IniFile
{
    /// <summary>Keys before the first section, and those of [DEFAULT].</summary>
    public const string DefaultSection = "DEFAULT";

    private const int MostReferences = 99;

    /// <summary>Two values that refer to each other twice would double until memory ends.</summary>
    private const int LongestValue = 10_000;

    private readonly Dictionary<string, Dictionary<string, IniValue>> _sections = new(StringComparer.Ordinal)
    {
        [DefaultSection] = new(StringComparer.Ordinal),
    };

    /// <summary>The names of all sections, as they are written.</summary>
    public IEnumerable<string> Sections => _sections.Keys;

    public bool HasSection(string section) => _sections.ContainsKey(section);

    public void AddSection(string section) => _sections.TryAdd(section, new(StringComparer.Ordinal));

    /// <summary>Sets a value in place of one of a file before.</summary>
    public void Set(string section, string key, string text, string path)
    {
        AddSection(section);
        _sections[section][key] = new IniValue(section, key, text, path);
    }

    /// <summary>The value and where it stands; null where it is absent or empty.</summary>
    public SourcedValue? Find(string section, string key) =>
        HasSection(section) && Get(section, key) is { } found && Resolve(found) is { Length: > 0 } text
            ? new SourcedValue(text, $"{found.Path}, section [{UserInformation.Hidden(found.Section)}]", isFromFile: true)
            : null;

    private IniValue? Get(string section, string key)
    {
        for (var name = section; name is not null; name = ParentOf(name))
        {
            if (_sections.TryGetValue(name, out var values) && values.TryGetValue(key, out var found))
            {
                return found;
            }
        }

        return null;
    }

    private static string? ParentOf(string section) => section.LastIndexOf('.') is var dot and >= 0 ? section[..dot] : null;

    private string Resolve(IniValue value)
    {
        var text = value.Text;
        for (
            var count = 0;
            count < MostReferences && text.Length <= LongestValue && Reference().Match(text) is { Success: true } reference;
            count++)
        {
            var key = reference.Groups[1].Value;
            var meant = Get(value.Section, key);
            meant = meant is null || meant == value ? Get(DefaultSection, key) : meant;
            if (meant is null)
            {
                break;
            }

            text = text.Replace(reference.Value, meant.Text, StringComparison.Ordinal);
        }

        return text;
    }

    [GeneratedRegex(@"%\(([^)]+)\)s", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    private sealed record IniValue(string Section, string Key, string Text, string Path);
}
