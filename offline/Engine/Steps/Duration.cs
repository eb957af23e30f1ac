using System.Globalization;
using System.Text.RegularExpressions;

namespace Engine.Steps;

/// <summary>
/// Durations as the real engine reads them, which is how Go writes them: <c>30m</c>, <c>1h30m</c>, <c>1.5h</c>, <c>420000000000ns</c>.
/// </summary>
internal static partial class Duration
{
    // What an engine in Go counts in: nanoseconds in 64 bits, some 292 years.
    private const double Longest = long.MaxValue / 1e9;

    /// <summary>The seconds of a duration; null where the text is none.</summary>
    public static double? Seconds(string text)
    {
        if (text is "0" or "+0" or "-0")
        {
            return 0;
        }

        var match = Parts().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var total = match.Groups["number"].Captures.Zip(match.Groups["unit"].Captures)
            .Sum(static part => double.Parse(part.First.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
                * UnitOf(part.Second.Value));
        return total > Longest ? null : text[0] == '-' ? -total : total;
    }

    private static double UnitOf(string unit) => unit switch
    {
        "h" => 3600,
        "m" => 60,
        "s" => 1,
        "ms" => 1e-3,
        "ns" => 1e-9,
        _ => 1e-6,
    };

    // Microseconds have two letters that look alike.
    [GeneratedRegex(@"^[-+]?(?:(?<number>[0-9]+\.?[0-9]*|\.[0-9]+)(?<unit>ns|us|µs|μs|ms|s|m|h))+\z")]
    private static partial Regex Parts();
}
