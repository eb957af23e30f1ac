using System.Collections.Immutable;
using System.Net;

namespace OvhIplb.Provider.Dns;

/// <summary>Where a name points.</summary>
/// <param name="Addresses">Of its A and AAAA records; empty where it has none.</param>
/// <param name="Alias">The name that its CNAME records lead to; null where it has none.</param>
/// <param name="Failure">Why it is not known where it points, in words that continue "could not be resolved: "; null where it is.</param>
internal sealed record NameRecords(ImmutableArray<IPAddress> Addresses, string? Alias = null, string? Failure = null)
{
    public static NameRecords Unknown(string failure) => new([], Failure: failure);
}
