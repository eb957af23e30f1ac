namespace OvhIplb.Provider.Functions.Firewall;

/// <summary>
/// Ports as lists no longer than one rule of iptables takes, in its spelling; ufw writes such rules, so both hold for it too.
/// </summary>
internal static class PortGroups
{
    /// <summary>A range counts for two.</summary>
    private const int MostInOneRule = 15;

    /// <param name="ports">The ports.</param>
    public static IEnumerable<string> Of(IEnumerable<Port> ports)
    {
        var group = new List<string>();
        var size = 0;
        foreach (var port in ports)
        {
            var more = port.First == port.Last ? 1 : 2;
            if (size + more > MostInOneRule)
            {
                yield return string.Join(',', group);
                (group, size) = ([], 0);
            }

            group.Add(port.ToString(':'));
            size += more;
        }

        yield return string.Join(',', group);
    }
}
