namespace OvhIplb.Api.Endpoints;

/// <summary>Finds what a mistyped name was probably meant to be.</summary>
internal static class NearestName
{
    private const int FarthestDistance = 4;

    /// <summary>The candidate with the fewest edits, or null where none comes near.</summary>
    public static string? Of(string value, IEnumerable<string> candidates)
    {
        var nearest = candidates
            .Select(candidate => (Name: candidate, Distance: EditsBetween(value.ToLowerInvariant(), candidate)))
            .MinBy(candidate => candidate.Distance);
        return nearest.Distance <= Math.Min(FarthestDistance, value.Length / 2) ? nearest.Name : null;
    }

    private static int EditsBetween(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var substitution = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(substitution, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
