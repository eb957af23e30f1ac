using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace OpenApi;

/// <summary>The formats of strings in OVH's schemas.</summary>
internal static partial class Formats
{
    /// <summary>Whether a text has the format; no text has one that is not known here, lest it pass unread.</summary>
    public static bool Has(string format, string text, Direction direction) => format switch
    {
        // OVH takes an address for the block of that one address, and always answers the block.
        "ip-block" when direction == Direction.Request && !text.Contains('/') => IPAddress.TryParse(text, out _),
        "date-time" => DateTime().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "ipv4" => IsAddress(text, AddressFamily.InterNetwork),
        "ipv6" => IsAddress(text, AddressFamily.InterNetworkV6),
        "ip-block" => IsBlock(text, AddressFamily.InterNetwork) || IsBlock(text, AddressFamily.InterNetworkV6),
        "ipv4-block" => IsBlock(text, AddressFamily.InterNetwork),
        "ipv6-block" => IsBlock(text, AddressFamily.InterNetworkV6),
        "password" => true,
        _ => false,
    };

    // The short forms .NET takes for IPv4, "1" for 0.0.0.1, are no addresses to anybody else.
    private static bool IsAddress(string text, AddressFamily family) => IPAddress.TryParse(text, out var address)
        && address.AddressFamily == family
        && (family == AddressFamily.InterNetworkV6 || text.Split('.').Length == 4);

    private static bool IsBlock(string text, AddressFamily family) => text.Split('/') is [var address, _]
        && IsAddress(address, family)
        && IPNetwork.TryParse(text, out var block)
        && block.BaseAddress.Equals(IPAddress.Parse(address));

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex DateTime();
}
