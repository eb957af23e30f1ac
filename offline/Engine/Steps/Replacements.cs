using Engine.Display;
using Engine.State;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Steps;

/// <summary>The option <c>replaceOnChanges</c>.</summary>
internal static class Replacements
{
    /// <summary>Turns each change the option names into a cause of replacement.</summary>
    public static void Apply(DiffResponse diff, ResourceEntry old, Struct news, IEnumerable<string> replaceOnChanges)
    {
        PropertyPath[] watched = [.. replaceOnChanges.Select(PropertyPath.Parse)];
        if (watched.Length == 0 || diff.Changes == DiffResponse.Types.DiffChanges.DiffNone)
        {
            return;
        }

        foreach (var change in Changes.Of(old, news, diff))
        {
            var path = PropertyPath.Parse(change.Path);
            if (!watched.Any(watch => path.IsWithin(watch) || watch.IsWithin(path)))
            {
                continue;
            }

            if (!diff.Replaces.Contains(path.Root))
            {
                diff.Replaces.Add(path.Root);
            }

            if (diff.DetailedDiff.TryGetValue(change.Path, out var detail))
            {
                detail.Kind = detail.Kind switch
                {
                    PropertyDiff.Types.Kind.Add => PropertyDiff.Types.Kind.AddReplace,
                    PropertyDiff.Types.Kind.Delete => PropertyDiff.Types.Kind.DeleteReplace,
                    PropertyDiff.Types.Kind.Update => PropertyDiff.Types.Kind.UpdateReplace,
                    PropertyDiff.Types.Kind kind => kind,
                };
            }
        }
    }
}
