using System.Net;

namespace OvhSimulator.Dns;

/// <summary>What the world's resolvers answer.</summary>
public sealed class DnsTable
{
    /// <summary>By name, in lower case without a trailing dot.</summary>
    public SortedDictionary<string, DnsRecords> Records { get; init; } = [];

    /// <summary>Replaces a name's records; without any address the name is gone.</summary>
    /// <exception cref="ArgumentException">One of the addresses is not one.</exception>
    public void Set(string name, IEnumerable<string> a, IEnumerable<string> aaaa)
    {
        ArgumentNullException.ThrowIfNull(name);
        var records = new DnsRecords(Addresses(a), Addresses(aaaa));
        if (records.A.Count + records.Aaaa.Count == 0)
        {
            Records.Remove(Normal(name));
        }
        else
        {
            Records[Normal(name)] = records;
        }
    }

    internal IEnumerable<IPAddress> Resolve(string name) =>
        Records.TryGetValue(Normal(name), out var records) ? records.A.Concat(records.Aaaa).Select(IPAddress.Parse) : [];

#pragma warning disable CA1308 // DNS names are written in lower case, here and on the wire.
    private static string Normal(string name) => name.TrimEnd('.').ToLowerInvariant();
#pragma warning restore CA1308

    private static List<string> Addresses(IEnumerable<string>? addresses) =>
        [.. (addresses ?? []).Select(text => IPAddress.TryParse(text, out var address)
            ? address.ToString()
            : throw new ArgumentException($"'{text}' is not an IP address."))];
}
