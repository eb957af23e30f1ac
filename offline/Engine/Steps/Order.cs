using Engine.State;

namespace Engine.Steps;

/// <summary>Orders of entries by what they need.</summary>
internal static class Order
{
    /// <summary>The entries so that each stands after everything that needs it.</summary>
    public static IReadOnlyList<ResourceEntry> DependentsFirst(IReadOnlyList<ResourceEntry> entries)
        => [.. Enumerable.Reverse(DependenciesFirst(entries))];

    /// <summary>
    /// The entries so that each stands after everything it needs, otherwise in their own order. An entry waiting for its
    /// deletion is another object than the one that has its URN now, so both are kept.
    /// </summary>
    public static IReadOnlyList<ResourceEntry> DependenciesFirst(IReadOnlyList<ResourceEntry> entries)
    {
        var byUrn = entries.ToLookup(entry => entry.Urn);
        var ordered = new List<ResourceEntry>();
        var seen = new HashSet<ResourceEntry>(ReferenceEqualityComparer.Instance);
        foreach (var entry in entries)
        {
            Visit(entry);
        }

        return ordered;

        void Visit(ResourceEntry entry)
        {
            if (!seen.Add(entry))
            {
                return;
            }

            foreach (var urn in entry.References())
            {
                foreach (var needed in byUrn[urn])
                {
                    Visit(needed);
                }
            }

            ordered.Add(entry);
        }
    }
}
