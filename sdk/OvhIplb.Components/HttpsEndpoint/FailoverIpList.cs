using System.Collections;
using System.Net;
using System.Net.Sockets;
using Pulumi;

namespace OvhIplb.Components;

/// <summary>
/// The failover IPs of an <see cref="HttpsEndpoint" />. An IP or block that the program spells out is called by itself:
/// <c>FailoverIps = ["192.0.2.10", "192.0.2.11"]</c>. One that is known later, or that is secret, comes with a name for
/// its resource: <c>FailoverIps = { { "mail", order.Ip } }</c>. So each is added and removed without touching another.
/// </summary>
#pragma warning disable CA1010, CA1710 // As with InputList, elements of a type of their own would keep [ "192.0.2.10" ] from being one.
public sealed class FailoverIpList : IEnumerable
#pragma warning restore CA1010, CA1710
{
    private readonly SortedDictionary<string, Input<string>> _ips = new(StringComparer.Ordinal);

    /// <summary>Creates an empty list.</summary>
    public FailoverIpList()
    {
    }

    /// <summary>Adds an IP or block, such as <c>192.0.2.10</c> or <c>198.51.100.0/30</c>.</summary>
    /// <param name="ip">The IP or block. It names its resource too; a single address does so without its <c>/32</c>.</param>
    /// <exception cref="ArgumentException">It is there already.</exception>
    public void Add(string ip)
    {
        ArgumentNullException.ThrowIfNull(ip);
        Add(WithoutLength(ip), ip);
    }

    /// <summary>Adds an IP or block under a name of its own.</summary>
    /// <param name="name">What names its resource.</param>
    /// <param name="ip">The IP or block; it may be unknown in a preview, and secret.</param>
    /// <exception cref="ArgumentException">The name is there already.</exception>
    public void Add(string name, Input<string> ip)
    {
        ArgumentNullException.ThrowIfNull(ip);
        if (!_ips.TryAdd(name, ip))
        {
            throw new ArgumentException($"The failover IP '{name}' is there twice.", nameof(name));
        }
    }

    /// <summary>Adds all of these.</summary>
    /// <param name="ips">IPs and blocks.</param>
    /// <exception cref="ArgumentException">One of them is there already.</exception>
    public void AddRange(IEnumerable<string> ips)
    {
        ArgumentNullException.ThrowIfNull(ips);
        foreach (var ip in ips)
        {
            Add(ip);
        }
    }

    /// <summary>The IPs by the names of their resources, in the order of the names.</summary>
    internal IEnumerable<KeyValuePair<string, Input<string>>> ByName => _ips;

    IEnumerator IEnumerable.GetEnumerator() => _ips.GetEnumerator();

    /// <summary>A list of one IP or block.</summary>
    public static implicit operator FailoverIpList(string ip) => new() { ip };

    /// <summary>A list of IPs and blocks.</summary>
    public static implicit operator FailoverIpList(string[] ips) => Of(ips);

    /// <summary>A list of IPs and blocks.</summary>
    public static implicit operator FailoverIpList(List<string> ips) => Of(ips);

    private static FailoverIpList Of(IEnumerable<string> ips)
    {
        var list = new FailoverIpList();
        list.AddRange(ips);
        return list;
    }

    /// <summary>An address in the one way it is written, without a length that says it is single; a block as it is.</summary>
    internal static string WithoutLength(string ip)
    {
        var parts = ip.Trim().Split('/');
        return IPAddress.TryParse(parts[0], out var address)
            && (parts.Length == 1 || parts[1] == (address.AddressFamily == AddressFamily.InterNetworkV6 ? "128" : "32"))
            ? $"{address}"
            : ip.Trim();
    }
}
