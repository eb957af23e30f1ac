using System.Collections.Immutable;
using System.Globalization;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Provider.Functions;

/// <summary>Address blocks as functions answer them: in CIDR form, sorted, each once.</summary>
internal static class CidrList
{
    /// <summary>Of <c>::ffff:0:0/96</c>, which holds all of IPv4.</summary>
    private const int MappedPrefixLength = 96;

    public static ImmutableArray<string> Of(IEnumerable<IpBlock> blocks) =>
        [.. blocks.Select(static block => Unmapped(block).ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>An IPv4-mapped block (::ffff:192.0.2.0/120) as the IPv4 block that it stands for: firewalls see such packets as IPv4.</summary>
    public static IpBlock Unmapped(IpBlock block) => block.PrefixLength >= MappedPrefixLength && block.Address.IsIPv4MappedToIPv6
        ? IpBlock.Parse(string.Create(CultureInfo.InvariantCulture, $"{block.Address.MapToIPv4()}/{block.PrefixLength - MappedPrefixLength}"))
        : block;
}
