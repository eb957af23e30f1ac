using System.Collections.Immutable;
using OvhIplb.Api.IpBlocks;

namespace OvhIplb.Provider.Functions;

/// <summary>Address blocks as functions answer them: in CIDR form, sorted, each once.</summary>
internal static class CidrList
{
    public static ImmutableArray<string> Of(IEnumerable<IpBlock> blocks) =>
        [.. blocks.Select(static block => block.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
