using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Serialization;
using OvhIplb.Api.Json;

namespace OvhIplb.Api.IpBlocks;

/// <summary>A block of addresses the way the API writes it: address, slash, prefix length. A single address is a /32 or /128.</summary>
[JsonConverter(typeof(IpBlockConverter))]
public readonly record struct IpBlock
{
    private const string ServicePrefix = "ip-";

    /// <summary>Of ::ffff:0:0/96, which stands for all of IPv4.</summary>
    private const int MappedPrefixLength = 96;

    private readonly string? _normalForm;

    private IpBlock(IPAddress address, int prefixLength)
    {
        _normalForm = string.Create(CultureInfo.InvariantCulture, $"{address}/{prefixLength}");
        PrefixLength = prefixLength;
    }

    /// <summary>Number of leading bits that are fixed: 0 to 32 for IPv4, 0 to 128 for IPv6.</summary>
    public int PrefixLength { get; }

    /// <summary>The first address, without the prefix length.</summary>
    public IPAddress Address => IPAddress.Parse(ToString().Split('/')[0]);

    /// <summary>Whether the block is one address.</summary>
    public bool IsSingleAddress => PrefixLength == BitsOf(Address);

    /// <summary>
    /// Reads 192.0.2.10, 192.0.2.0/28, 2001:db8::1 and 2001:db8::/56, in any spelling of an IPv6 address. An IPv4-mapped address or block
    /// (::ffff:192.0.2.10, ::ffff:192.0.2.0/124) is the IPv4 one.
    /// </summary>
    /// <param name="value">What the user gave.</param>
    /// <param name="block">The block, where the value is good.</param>
    /// <param name="reason">What is wrong with it, where it is not.</param>
    public static bool TryParse(string? value, out IpBlock block, [NotNullWhen(false)] out string? reason)
    {
        block = default;
        if (string.IsNullOrWhiteSpace(value))
        {
            reason = "is empty; give an address such as 192.0.2.10 or a block such as 192.0.2.0/28";
            return false;
        }

        if (!TrySplit(value, out var address, out var prefixLength))
        {
            reason = $"\"{value}\" is no IP address or block; "
                + $"{Hint(value) ?? "give an address such as 192.0.2.10 or a block such as 192.0.2.0/28"}";
            return false;
        }

        var network = Mask(address, prefixLength);
        if (!network.Equals(address))
        {
            reason = $"\"{value}\" has bits set beyond its prefix length; the block is {network}/{prefixLength}";
            return false;
        }

        block = new IpBlock(address, prefixLength);
        reason = null;
        return true;
    }

    /// <summary>The reason why <see cref="TryParse"/> does not read a value; null where it does.</summary>
    /// <param name="value">What the user gave.</param>
    public static string? Check(string? value) => TryParse(value, out _, out var reason) ? null : reason;

    /// <summary>As <see cref="TryParse"/>, for values known to be good.</summary>
    /// <exception cref="FormatException">The value is no block.</exception>
    public static IpBlock Parse(string value)
        => TryParse(value, out var block, out var reason) ? block : throw new FormatException($"the IP block {reason}");

    /// <summary>Whether the address is one of the block's.</summary>
    public bool Contains(IPAddress address)
        => address.AddressFamily == Address.AddressFamily && Mask(address, PrefixLength).Equals(Address);

    /// <summary>As one segment of a path: 192.0.2.10%2F32.</summary>
    public string ToPathSegment() => Uri.EscapeDataString(ToString());

    /// <summary>The normal form: with prefix length, IPv6 compressed and in lower case. Empty for a default value.</summary>
    public override string ToString() => _normalForm ?? "";

    /// <summary>The text without the ip- that begins the names which OVHcloud gives the services of IPs.</summary>
    /// <param name="value">For example ip-192.0.2.10.</param>
    public static string WithoutServicePrefix(string value) =>
        value.StartsWith(ServicePrefix, StringComparison.OrdinalIgnoreCase) ? value[ServicePrefix.Length..] : value;

    /// <summary>As <see cref="TryParse"/>, but the API's word is taken for blocks with bits beyond the prefix length.</summary>
    internal static bool TryParseAnswer(string? value, out IpBlock block)
    {
        block = default;
        if (value is null || !TrySplit(value, out var address, out var prefixLength))
        {
            return false;
        }

        block = new IpBlock(Mask(address, prefixLength), prefixLength);
        return true;
    }

    /// <summary>What is meant where only what was pasted with it is in the way; null where that is not known.</summary>
    private static string? Hint(string value)
    {
        var bare = string.Concat(value.Where(character => character is > ' ' and < '\x7f')).Trim('"', '\'', '`', ',', ';');
        if (TrySplit(bare, out _, out _))
        {
            return $"write {bare}, without what is around it";
        }

        var named = WithoutServicePrefix(bare);
        if (named != bare && TrySplit(named, out _, out _))
        {
            return $"{bare} is the name of its service; write {named}";
        }

        var slash = bare.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && TryParseAddress(bare[..slash], out var address) && address.AddressFamily == AddressFamily.InterNetwork
            && IPAddress.TryParse(bare[(slash + 1)..], out var mask) && mask.ToString() == bare[(slash
                + 1)..] && LengthOf(mask) is { } length
                ? $"write the length of its prefix: {address}/{length}"
                : null;
    }

    /// <summary>The number of leading bits of a mask such as 255.255.255.0; null where it is none.</summary>
    private static int? LengthOf(IPAddress mask)
    {
        var bits = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(mask.GetAddressBytes());
        var length = System.Numerics.BitOperations.LeadingZeroCount(~bits);
        return length == System.Numerics.BitOperations.PopCount(bits) ? length : null;
    }

    private static bool TrySplit(string value, [NotNullWhen(true)] out IPAddress? address, out int prefixLength)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        var addressText = slash < 0 ? value : value[..slash];
        prefixLength = 0;
        if (!TryParseAddress(addressText, out address))
        {
            return false;
        }

        if (slash < 0)
        {
            prefixLength = BitsOf(address);
        }
        else if (!int.TryParse(value.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefixLength)
            || prefixLength > BitsOf(address))
        {
            return false;
        }

        if (address.IsIPv4MappedToIPv6 && prefixLength >= MappedPrefixLength)
        {
            (address, prefixLength) = (address.MapToIPv4(), prefixLength - MappedPrefixLength);
        }

        return true;
    }

    private static bool TryParseAddress(string text, [NotNullWhen(true)] out IPAddress? address)
    {
        if (!IPAddress.TryParse(text, out address))
        {
            return false;
        }

        // The framework also reads "10", "0x7f.1", octal, "[::1]" and "fe80::1%eth0", none of which the API does.
        return address.AddressFamily == AddressFamily.InterNetwork
            ? address.ToString() == text
            : address.ScopeId == 0 && text.All(character => char.IsAsciiHexDigit(character) || character is ':' or '.');
    }

    private static int BitsOf(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;

    private static IPAddress Mask(IPAddress address, int prefixLength)
    {
        var bytes = address.GetAddressBytes();
        for (var index = 0; index < bytes.Length; index++)
        {
            var kept = Math.Clamp(prefixLength - (index * 8), 0, 8);
            bytes[index] &= (byte)(0xFF << (8 - kept));
        }

        return new IPAddress(bytes);
    }
}
