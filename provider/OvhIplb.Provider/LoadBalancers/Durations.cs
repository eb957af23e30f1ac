using System.Globalization;

namespace OvhIplb.Provider.LoadBalancers;

/// <summary>How long things may take, and durations as people read them.</summary>
internal static class Durations
{
    /// <summary>What a move or a parking may take where the user does not say.</summary>
    public static readonly TimeSpan OfMove = TimeSpan.FromMinutes(10);

    /// <summary>What uploading a certificate, or renaming it, may take where the user does not say.</summary>
    public static readonly TimeSpan OfUpload = TimeSpan.FromMinutes(10);

    /// <summary>What a refresh may take where the user does not say, waiting for others included.</summary>
    public static readonly TimeSpan OfRefresh = TimeSpan.FromMinutes(15);

    /// <summary>What looking something up may take where the user does not say.</summary>
    public static readonly TimeSpan OfRead = TimeSpan.FromMinutes(2);

    /// <summary>For example <c>45 s</c>, <c>10 min</c>, <c>1 min 30 s</c>.</summary>
    public static string InWords(TimeSpan duration)
    {
        long seconds = (long)Math.Round(duration.TotalSeconds);
        (long minutes, long rest) = Math.DivRem(seconds, 60);
        return (minutes, rest) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{rest} s"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{minutes} min {rest} s"),
        };
    }
}
