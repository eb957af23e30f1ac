namespace OvhSimulator.LoadBalancers;

/// <summary>A zone a load balancer serves from: one instance, one set of source addresses, one quota.</summary>
public sealed class Zone
{
    /// <summary>Lower case, such as <c>gra</c>.</summary>
    public required string Name { get; init; }

    public required long InternalId { get; init; }

    /// <summary>The ranges it reaches backends from.</summary>
    public required List<string> NatIps { get; init; }

    /// <summary>When the configuration last went live.</summary>
    public required DateTimeOffset LastRefresh { get; set; }

    /// <summary>Edits that are not live.</summary>
    public long PendingChanges { get; set; }

    /// <summary>Bytes at which an e-mail warns; null for never.</summary>
    public long? QuotaAlert { get; set; }
}
