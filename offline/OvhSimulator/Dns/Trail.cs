using System.Net;

namespace OvhSimulator.Dns;

/// <summary>Where a name leads.</summary>
/// <param name="Targets">The names its aliases led to, in order; empty where it is no alias.</param>
/// <param name="Records">What the last of these names has; null where there is no such name.</param>
internal sealed record Trail(IReadOnlyList<string> Targets, DnsRecords? Records)
{
    /// <summary>The addresses at its end.</summary>
    public IEnumerable<IPAddress> Addresses => Records is null ? [] : Records.A.Concat(Records.Aaaa).Select(IPAddress.Parse);
}
