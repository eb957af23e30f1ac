using Google.Protobuf.Collections;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Values;
using Pulumirpc;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>The answer to Diff and DiffConfig.</summary>
internal static class DiffAnswer
{
    /// <summary>Of several differences at one path the first counts, and it replaces if any of them does.</summary>
    public static DiffResponse From(IEnumerable<PropertyDifference> differences)
    {
        var byPath = differences.GroupBy(static difference => difference.Path, StringComparer.Ordinal).ToList();
        var answer = new DiffResponse
        {
            Changes = byPath.Count == 0 ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome,
            // Without it the engine drops the details.
            HasDetailedDiff = true,
        };
        foreach (var group in byPath)
        {
            var difference = group.First();
            var replace = group.Any(static one => one.Replace);
            answer.DetailedDiff.Add(group.Key, new() { Kind = Kind(difference.Kind, replace), InputDiff = difference.FromInputs });
            Add(answer.Diffs, PropertyPath.Top(group.Key));
            if (replace)
            {
                Add(answer.Replaces, PropertyPath.Top(group.Key));
                answer.DeleteBeforeReplace |= group.Any(static one => one.DeleteFirst);
            }
        }

        return answer;
    }

    /// <summary>
    /// Check takes no such value, so where one is met it is what another version of the plugin or a hand has left in the state, and
    /// differs from what is asked for.
    /// </summary>
    public static DiffResponse From(UnsupportedValueException refused) => From([new PropertyDifference(PropertyPath.Top(refused.Path))]);

    private static void Add(RepeatedField<string> names, string name)
    {
        if (!names.Contains(name))
        {
            names.Add(name);
        }
    }

    private static PropertyDiff.Types.Kind Kind(DifferenceKind kind, bool replace) => (kind, replace) switch
    {
        (DifferenceKind.Add, false) => PropertyDiff.Types.Kind.Add,
        (DifferenceKind.Add, true) => PropertyDiff.Types.Kind.AddReplace,
        (DifferenceKind.Delete, false) => PropertyDiff.Types.Kind.Delete,
        (DifferenceKind.Delete, true) => PropertyDiff.Types.Kind.DeleteReplace,
        (_, false) => PropertyDiff.Types.Kind.Update,
        (_, true) => PropertyDiff.Types.Kind.UpdateReplace,
    };
}
