namespace OvhSimulator.LoadBalancers;

/// <summary>How a service is renewed, as serviceInfos answers it.</summary>
public sealed class Renew
{
    public bool Automatic { get; set; } = true;

    public bool DeleteAtExpiration { get; set; }

    public bool Forced { get; init; }

    public bool? ManualPayment { get; set; } = false;

    /// <summary>Months.</summary>
    public long? Period { get; set; } = 1;
}
