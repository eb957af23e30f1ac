using System.Net;

namespace OvhSimulator.Dns;

/// <summary>What the world's resolvers answer.</summary>
public sealed class DnsTable
{
    private const int MostAliases = 8;

    /// <summary>By name, in lower case without a trailing dot.</summary>
    public SortedDictionary<string, DnsRecords> Records { get; init; } = [];

    /// <summary>Replaces a name's records; without any address the name is gone.</summary>
    /// <exception cref="ArgumentException">One of the addresses is not one.</exception>
    public void Set(string name, IEnumerable<string> a, IEnumerable<string> aaaa) =>
        Set(name, new DnsRecords(Addresses(a), Addresses(aaaa)));

    /// <summary>Replaces a name's records by one that says what the name is an alias of, be there such a name or not.</summary>
    /// <exception cref="ArgumentException">The target is no name.</exception>
    public void SetAlias(string name, string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Set(name, new DnsRecords([], [], target));
    }

    /// <summary>The addresses of a name, or of what it is an alias of.</summary>
    internal IEnumerable<IPAddress> Resolve(string name) => Follow(name).Addresses;

    /// <summary>Follows a name's aliases, eight at most: they can lead round in a circle.</summary>
    internal Trail Follow(string name)
    {
        List<string> targets = [];
        var records = Records.GetValueOrDefault(Names.Normal(name));
        while (records?.Cname is { } target && targets.Count < MostAliases)
        {
            targets.Add(target);
            records = Records.GetValueOrDefault(target);
        }
        return new Trail(targets, records);
    }

    private void Set(string name, DnsRecords records)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (records.A.Count + records.Aaaa.Count == 0 && records.Cname is null)
        {
            Records.Remove(Names.Normal(name));
        }
        else
        {
            Records[Names.Normal(name)] = records;
        }
    }

    private static List<string> Addresses(IEnumerable<string>? addresses) =>
        [.. (addresses ?? []).Select(text => IPAddress.TryParse(text, out var address)
            ? address.ToString()
            : throw new ArgumentException($"'{text}' is not an IP address."))];
}
