using System.Globalization;

namespace OvhSimulator.LoadBalancers;

/// <summary>The ports of a frontend: one, a range of two increasing ones, or a list of both, such as <c>80,8000-8010</c>.</summary>
internal sealed class Ports
{
    private const int Highest = 49151;

    private readonly List<(int First, int Last)> _ranges;

    private Ports(List<(int First, int Last)> ranges) => _ranges = ranges;

    /// <summary>The ports a text names; null where it names none, one beyond 1 to 49151, or one twice.</summary>
    public static Ports? Parse(string text)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var part in text.Split(','))
        {
            if (Range(part) is not { } range || ranges.Exists(other => Overlap(range, other)))
            {
                return null;
            }
            ranges.Add(range);
        }
        return new Ports(ranges);
    }

    public bool Overlaps(Ports others) => _ranges.Exists(range => others._ranges.Exists(other => Overlap(range, other)));

    private static (int First, int Last)? Range(string text) => text.Split('-') switch
    {
        [var one] when Port(one) is { } port => (port, port),
        [var from, var to] when Port(from) is { } first && Port(to) is { } last && first < last => (first, last),
        _ => null,
    };

    private static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= Highest ? port : null;

    private static bool Overlap((int First, int Last) one, (int First, int Last) other)
        => one.First <= other.Last && other.First <= one.Last;
}
