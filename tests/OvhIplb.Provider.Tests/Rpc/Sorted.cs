using System.Collections.Immutable;

namespace OvhIplb.Provider.Tests.Rpc;

internal static class Sorted
{
    public static ImmutableSortedDictionary<string, string> ToSorted(this Dictionary<string, string> entries) =>
        entries.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
