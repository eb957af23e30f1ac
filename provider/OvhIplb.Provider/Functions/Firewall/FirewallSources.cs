using System.Collections.Immutable;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Provider.Functions.Firewall;

/// <summary>Address blocks as sources of firewall rules: each address in one block only, and never all addresses.</summary>
internal static class FirewallSources
{
    /// <summary>The reason why a value of the user's cannot be a source; null where it can.</summary>
    public static string? Check(string value) => IpBlock.Check(value)
        ?? (IsEveryAddress(IpBlock.Parse(value))
            ? $"\"{value}\" is every address, so the rules would block nothing; give the addresses that may reach the ports"
            : null);

    /// <summary>Whether a block holds all addresses of its kind.</summary>
    public static bool IsEveryAddress(IpBlock block) => block.PrefixLength == 0;

    /// <summary>
    /// The same addresses without duplicates and without blocks that another block contains: ufw and iptables would keep both.
    /// </summary>
    public static ImmutableArray<IpBlock> Of(IEnumerable<IpBlock> blocks)
    {
        ImmutableArray<IpBlock> distinct = [.. blocks.Distinct()];
        return [.. distinct.Where(block => !distinct.Any(other => other != block && Contains(other, block)))];
    }

    private static bool Contains(IpBlock outer, IpBlock inner) => outer.PrefixLength <= inner.PrefixLength && outer.Contains(inner.Address);
}
