using System.Globalization;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>Durations as people read them.</summary>
internal static class DurationText
{
    /// <summary>For example <c>45 s</c>, <c>10 min</c>, <c>1 min 30 s</c>.</summary>
    public static string InWords(TimeSpan duration)
    {
        var seconds = (long)Math.Round(duration.TotalSeconds);
        (var minutes, var rest) = Math.DivRem(seconds, 60);
        return (minutes, rest) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{rest} s"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{minutes} min {rest} s"),
        };
    }
}
