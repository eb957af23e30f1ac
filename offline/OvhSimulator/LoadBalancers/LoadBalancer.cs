using OvhSimulator.Certificates;
using OvhSimulator.Terminations;

namespace OvhSimulator.LoadBalancers;

/// <summary>An IP Load Balancing service.</summary>
public sealed class LoadBalancer : ITerminable
{
    internal static readonly string[] States = ["blacklisted", "deleted", "free", "ok", "quarantined", "suspended"];

    public required string ServiceName { get; init; }

    public required string Ipv4 { get; init; }

    public string? Ipv6 { get; init; }

    /// <summary>At most 50 characters.</summary>
    public string? DisplayName { get; set; }

    /// <summary>intermediate, modern, or null for intermediate.</summary>
    public string? SslConfiguration { get; set; }

    /// <summary>blacklisted, deleted, free, ok, quarantined or suspended. Answered; nothing else follows from it.</summary>
    public string State { get; set; } = "ok";

    /// <summary>Whether the service has run out: every call below it answers 460 and no IP can be moved to it.</summary>
    public bool Expired { get; set; }

    /// <summary>The token that confirms its termination; null where none was asked for.</summary>
    public string? TerminationToken { get; set; }

    /// <summary>When it was delivered.</summary>
    public DateTimeOffset Creation { get; init; }

    public Renew Renew { get; init; } = new();

    public required List<Zone> Zones { get; init; }

    /// <summary>The HTTP farms frontends can lead to.</summary>
    public List<long> HttpFarms { get; init; } = [];

    public List<HttpFrontend> HttpFrontends { get; init; } = [];

    public List<Certificate> Certificates { get; init; } = [];

    public List<LoadBalancerTask> Tasks { get; init; } = [];

    internal IEnumerable<Zone> ZonesOf(string zone) => Zones.Where(z => zone == ZoneNames.All || z.Name == zone);

    internal void ReplaceDefaultCertificate(long from, long? to)
    {
        foreach (var frontend in HttpFrontends.Where(f => f.DefaultSslId == from))
        {
            frontend.DefaultSslId = to;
        }
    }

    internal void RaisePendingChanges(string zone)
    {
        foreach (var touched in ZonesOf(zone))
        {
            touched.PendingChanges++;
        }
    }
}
