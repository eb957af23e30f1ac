namespace Pulumi;

/// <summary>Finds what depending on a resource means.</summary>
internal static class Dependencies
{
    /// <summary>
    /// The URNs of the resources; a component is replaced by everything it is made of, except a remote one, which the
    /// engine answers for only when all of it is there. Custom resources stand for themselves: their children may well
    /// depend on each other.
    /// </summary>
    public static async Task<IReadOnlyCollection<string>> UrnsAsync(IEnumerable<Resource> resources)
    {
        var urns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var resource in Reached(resources).Where(resource => resource is CustomResource or ComponentResource { IsRemote: true }))
        {
            var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
            if (!string.IsNullOrEmpty(urn))
            {
                urns.Add(urn);
            }
        }

        return urns;
    }

    /// <summary>
    /// Whether every custom resource among the resources and in their components has its id, once all are registered. In a
    /// preview one that is still to be created has none.
    /// </summary>
    public static async Task<bool> ExistAsync(IEnumerable<Resource> resources)
    {
        foreach (var resource in Reached(resources).OfType<CustomResource>())
        {
            // A resource of which only the URN is known has no id to wait for.
            if (resource.Id != null && !(await resource.Id.Data.ConfigureAwait(false)).IsKnown)
            {
                return false;
            }
        }

        return true;
    }

    private static HashSet<Resource> Reached(IEnumerable<Resource> resources)
    {
        var reached = new HashSet<Resource>();
        Reach(resources, reached);
        return reached;
    }

    private static void Reach(IEnumerable<Resource> resources, HashSet<Resource> reached)
    {
        foreach (var resource in resources)
        {
            if (reached.Add(resource) && resource is ComponentResource)
            {
                Resource[] children;
                lock (resource.Children)
                {
                    children = [.. resource.Children];
                }

                Reach(children, reached);
            }
        }
    }
}
