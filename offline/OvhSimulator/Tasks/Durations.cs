namespace OvhSimulator.Tasks;

/// <summary>How long work takes, in world time. None is negative.</summary>
public sealed class Durations
{
    /// <summary>From POST move to done. Default 60 s.</summary>
    public TimeSpan Move { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>From POST park to done. Default 30 s.</summary>
    public TimeSpan Park { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>From POST refresh to done. Default 20 s.</summary>
    public TimeSpan Refresh { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>From POST freeCertificate to the first look at DNS. Default 90 s.</summary>
    public TimeSpan Certificate { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>Between two looks at DNS while a name does not point to the load balancer, more than zero. Default 15 s.</summary>
    public TimeSpan CertificateRetry { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a free certificate is valid. Default 90 days.</summary>
    public TimeSpan CertificateValidity { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long before it expires a free certificate is renewed. Default 30 days.</summary>
    public TimeSpan RenewalBeforeExpiry { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Between two attempts at a renewal while a name leads elsewhere, more than zero. Default 1 day.</summary>
    public TimeSpan RenewalRetry { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a new IP task is missing from lists although GET by id finds it. Default 5 s.</summary>
    public TimeSpan IpTaskListLag { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long GET by id answers 404 for a new IP task, as the API perhaps does for a moment. Default zero.</summary>
    public TimeSpan IpTaskReadLag { get; set; } = TimeSpan.Zero;

    /// <summary>How long a finished load balancer task can still be read. Default 48 h.</summary>
    public TimeSpan FinishedTaskKept { get; set; } = TimeSpan.FromHours(48);

    /// <exception cref="ArgumentOutOfRangeException">One would turn the world's clock back, or hold it still for ever.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Move, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Park, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Refresh, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Certificate, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(CertificateRetry, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(CertificateValidity, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(RenewalBeforeExpiry, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(RenewalRetry, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(IpTaskListLag, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(IpTaskReadLag, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(FinishedTaskKept, TimeSpan.Zero);
    }
}
