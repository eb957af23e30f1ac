using System.Net;

namespace OvhIplb.Api.Proxies;

/// <summary>Addresses and names of this machine itself.</summary>
internal static class Loopback
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "localhost", "localhost4", "localhost6", "ip6-localhost", "ip6-loopback", "localhost.localdomain", "localhost4.localdomain4", "localhost6.localdomain6",
    };

    /// <summary>
    /// Whether a URL leads to this machine: <c>localhost</c>, every name below it, <c>127.0.0.0/8</c>, <c>::1</c>, and the same in an
    /// IPv6 address (<c>::ffff:127.0.0.1</c>). <c>0.0.0.0</c> and <c>::</c> lead here too.
    /// </summary>
    public static bool Holds(Uri url)
    {
        if (IPAddress.TryParse(url.DnsSafeHost, out var address))
        {
            var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            return IPAddress.IsLoopback(plain) || plain.Equals(IPAddress.Any) || plain.Equals(IPAddress.IPv6Any);
        }

        var name = url.DnsSafeHost.TrimEnd('.');
        return url.IsLoopback || Names.Contains(name) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }
}
