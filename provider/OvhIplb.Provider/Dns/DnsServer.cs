using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OvhIplb.Provider.Dns;

/// <summary>A DNS server as the configuration names it: an address, with a port where that is not 53.</summary>
internal static class DnsServer
{
    private const ushort DefaultPort = 53;

    /// <summary>The reason why a text names no server; null where it does.</summary>
    public static string? Check(string text) => TryParse(text, out _)
        ? null
        : $"'{text}' is no DNS server; give its address, such as 192.0.2.53, 192.0.2.53:5353, 2001:db8::53 or [2001:db8::53]:5353";

    /// <summary>Reads what <see cref="Check"/> accepts.</summary>
    public static IPEndPoint Parse(string text) =>
        TryParse(text, out var server) ? server : throw new FormatException(Check(text));

    private static bool TryParse(string text, [NotNullWhen(true)] out IPEndPoint? server)
    {
        if (IPAddress.TryParse(text, out var alone) && IsWritten(alone, text))
        {
            server = new IPEndPoint(alone, DefaultPort);
            return true;
        }

        var colon = text.LastIndexOf(':');
        if (colon > 0
            && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port > 0
            && IPAddress.TryParse(text[..colon], out var address)
            && (address.AddressFamily == AddressFamily.InterNetworkV6 ? text[0] == '[' : IsWritten(address, text[..colon])))
        {
            server = new IPEndPoint(address, port);
            return true;
        }

        server = null;
        return false;
    }

    /// <summary>
    /// The framework also reads "10" and "0x7f.1", which nobody means as the address of a server, and a port in brackets' stead.
    /// </summary>
    private static bool IsWritten(IPAddress address, string text) =>
        address.AddressFamily == AddressFamily.InterNetwork ? address.ToString() == text : text[0] != '[';
}
