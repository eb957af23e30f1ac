namespace OvhIplb.Api;

/// <summary>How fast a client may call. OVH's staff call about 60 requests a minute for one consumer key safe.</summary>
/// <param name="Burst">Calls that may go out at once; at least 1.</param>
/// <param name="PerSecond">Calls a second once the burst is spent; above 0.</param>
public sealed record RateLimit(int Burst, double PerSecond)
{
    /// <summary>60 at once, then 1 a second.</summary>
    public static RateLimit Default { get; } = new(60, 1);

    /// <inheritdoc cref="RateLimit"/>
    public int Burst { get; } = Burst >= 1 ? Burst : throw new ArgumentOutOfRangeException(nameof(Burst));

    /// <inheritdoc cref="RateLimit"/>
    public double PerSecond { get; } = PerSecond > 0 ? PerSecond : throw new ArgumentOutOfRangeException(nameof(PerSecond));
}
