using System.Globalization;

namespace Pulumi;

/// <summary>How long the provider may take; absent ones are the provider's own.</summary>
public sealed class CustomTimeouts
{
    /// <summary>The time for a creation.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>The time for an update.</summary>
    public TimeSpan? Update { get; set; }

    /// <summary>The time for a deletion.</summary>
    public TimeSpan? Delete { get; set; }

    internal Pulumirpc.RegisterResourceRequest.Types.CustomTimeouts ToRequest() => new()
    {
        Create = Nanoseconds(Create),
        Update = Nanoseconds(Update),
        Delete = Nanoseconds(Delete),
    };

    private static string Nanoseconds(TimeSpan? time)
        => time is { } span ? string.Create(CultureInfo.InvariantCulture, $"{span.Ticks * TimeSpan.NanosecondsPerTick}ns") : "";
}
