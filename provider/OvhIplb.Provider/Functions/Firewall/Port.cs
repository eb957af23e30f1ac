using System.Globalization;

namespace OvhIplb.Provider.Functions.Firewall;

/// <summary>A port, or a range of them.</summary>
/// <param name="First">1 to 65535.</param>
/// <param name="Last">The same for one port.</param>
internal readonly record struct Port(int First, int Last)
{
    /// <summary>The reason why a text is neither; null where it is one.</summary>
    public static string? Check(string text) =>
        TryParse(text) is null ? $"'{text}' is no port; give one from 1 to 65535, such as 443, or a range, such as 8000-8010" : null;

    /// <summary>Reads what <see cref="Check"/> accepts.</summary>
    public static Port Parse(string text) => TryParse(text) ?? throw new FormatException(Check(text));

    /// <summary>With what a firewall writes between the two ends of a range.</summary>
    public string ToString(char separator) => First == Last
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}{separator}{Last}");

    /// <summary>The same ports as few ranges, in order: firewalls refuse or warn of those that overlap.</summary>
    public static IReadOnlyList<Port> Merged(IEnumerable<Port> ports)
    {
        var merged = new List<Port>();
        foreach (var port in ports.OrderBy(static port => port.First))
        {
            if (merged.Count > 0 && port.First <= merged[^1].Last + 1)
            {
                merged[^1] = merged[^1] with { Last = Math.Max(merged[^1].Last, port.Last) };
            }
            else
            {
                merged.Add(port);
            }
        }

        return merged;
    }

    private static Port? TryParse(string text)
    {
        var ends = text.Split('-');
        return ends.Length <= 2 && TryRead(ends[0], out var first) && TryRead(ends[^1], out var last) && first <= last
            ? new Port(first, last)
            : null;
    }

    private static bool TryRead(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535;
}
