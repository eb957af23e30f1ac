using System.Globalization;
using System.Net;

namespace OvhIplb.Api.Proxies;

/// <summary>
/// The hosts that <c>NO_PROXY</c> names: a list with commas or spaces between its entries. An entry is <c>*</c> for every host; a name,
/// which stands for the names below it too, with or without <c>.</c> or <c>*.</c> before it; an address; or a block of addresses such
/// as <c>192.0.2.0/24</c>, by any address in it. A name or address with a port, such as <c>api.example:8443</c>, stands for that port only.
/// </summary>
internal sealed class ProxyExceptions
{
    private static readonly char[] Separators = [',', ' ', '\t', '\r', '\n'];

    private readonly string[] _entries;

    /// <param name="list">The value of the variable; null where it is not set.</param>
    public ProxyExceptions(string? list)
        => _entries = EnvironmentText.Unquoted(list)
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether calls to this URL use no proxy.</summary>
    public bool Holds(Uri url) => _entries.Any(entry => Matches(entry, url));

    private static bool Matches(string entry, Uri url)
    {
        if (entry == "*")
        {
            return true;
        }

        if (IPAddress.TryParse(url.DnsSafeHost, out var address))
        {
            return MatchesAddress(entry, address) || (WithoutPort(entry, url.Port) is { } host && MatchesAddress(host, address));
        }

        var name = url.DnsSafeHost.TrimEnd('.');
        return MatchesName(entry, name) || (WithoutPort(entry, url.Port) is { } named && MatchesName(named, name));
    }

    private static bool MatchesAddress(string entry, IPAddress address)
        => IPAddress.TryParse(entry.Trim('[', ']'), out var one)
            ? one.Equals(address)
            : IPNetwork.TryParse(entry, out var block) && block.Contains(address);

    private static bool MatchesName(string entry, string name)
    {
        var domain = entry.TrimStart('*').Trim('.');
        return domain.Length > 0
            && (name.Equals(domain, StringComparison.OrdinalIgnoreCase)
                || name.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The host of an entry with exactly this port; null where it has none or another.</summary>
    private static string? WithoutPort(string entry, int port)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $":{port}");
        return entry.EndsWith(suffix, StringComparison.Ordinal) ? entry[..^suffix.Length] : null;
    }
}
