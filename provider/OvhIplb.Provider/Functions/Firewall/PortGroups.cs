namespace OvhIplb.Provider.Functions.Firewall;

/// <summary>Ports as lists no longer than one rule takes.</summary>
internal static class PortGroups
{
    /// <param name="ports">The ports.</param>
    /// <param name="most">How many one rule takes; a range counts for two.</param>
    /// <param name="separator">What is written between the two ends of a range.</param>
    public static IEnumerable<string> Of(IEnumerable<Port> ports, int most, char separator)
    {
        var group = new List<string>();
        int size = 0;
        foreach (Port port in ports)
        {
            int more = port.First == port.Last ? 1 : 2;
            if (size + more > most)
            {
                yield return string.Join(',', group);
                (group, size) = ([], 0);
            }

            group.Add(port.ToString(separator));
            size += more;
        }

        yield return string.Join(',', group);
    }
}
