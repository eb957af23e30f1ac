
namespace OvhIplb.Provider.Framework.Schema;

/// <summary>Guesses what a mistyped name was meant to be.</summary>
internal static class NearestName
{
    /// <summary>
    /// The candidate that takes the fewest insertions, deletions, substitutions and swaps of neighbours, case not counted;
    /// null where even that is too far to be a slip (more than a third of the longer name, at least one).
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates) => candidates
        .Select(candidate => (Candidate: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(found => found.Distance <= Math.Max(1, Math.Max(name.Length, found.Candidate.Length) / 3))
        .OrderBy(static found => found.Distance)
        .ThenBy(static found => found.Candidate, StringComparer.Ordinal)
        .Select(static found => found.Candidate)
        .FirstOrDefault();

    private static int Distance(string from, string to)
    {
        // Far apart in length is far apart; it also keeps a huge key from costing anything.
        if (Math.Abs(from.Length - to.Length) > to.Length)
        {
            return int.MaxValue;
        }

        var cost = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            cost[i, 0] = i;
        }

        for (var j = 0; j <= to.Length; j++)
        {
            cost[0, j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var substitution = cost[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(substitution, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[from.Length, to.Length];
    }
}
