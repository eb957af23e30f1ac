using System.Net;

namespace OvhIplb.Api.Proxies;

/// <summary>Addresses and names of this machine itself.</summary>
internal static class Loopback
{
    /// <summary>Names that this machine usually resolves to itself. Where its hosts file lacks one, DNS answers for it.</summary>
    private static readonly HashSet<string> UsualNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "localhost4", "localhost6", "ip6-localhost", "ip6-loopback", "localhost.localdomain", "localhost4.localdomain4",
        "localhost6.localdomain6",
    };

    /// <summary>
    /// Whether a URL leads to this machine for certain, so that a secret may be sent there over http: <c>localhost</c>, every name below
    /// it, <c>127.0.0.0/8</c>, <c>::1</c>, and the same in an IPv6 address (<c>::ffff:127.0.0.1</c>).
    /// </summary>
    public static bool IsCertain(Uri url)
    {
        if (AddressIn(url) is { } address)
        {
            return IPAddress.IsLoopback(address);
        }

        var name = NameIn(url);
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether a URL is meant for this machine, so that no proxy can reach what it names: where that is certain, and by the other usual
    /// names, <c>0.0.0.0</c> and <c>::</c>.
    /// </summary>
    public static bool Holds(Uri url) => IsCertain(url)
        || (AddressIn(url) is { } address
            ? address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)
            : UsualNames.Contains(NameIn(url)));

    private static IPAddress? AddressIn(Uri url) => !IPAddress.TryParse(url.DnsSafeHost, out var address) ? null
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address;

    private static string NameIn(Uri url) => url.DnsSafeHost.TrimEnd('.');
}
