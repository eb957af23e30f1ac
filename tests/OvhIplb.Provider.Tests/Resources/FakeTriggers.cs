using System.Collections.Immutable;

namespace OvhIplb.Provider.Tests.Resources;

internal static class FakeTriggers
{
    public static ImmutableSortedDictionary<string, string> Of(params (string Key, string Value)[] entries) =>
        entries.ToImmutableSortedDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal);
}
