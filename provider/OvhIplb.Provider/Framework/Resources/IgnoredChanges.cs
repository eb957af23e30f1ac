using System.Collections.Immutable;
using OvhIplb.Provider.Framework.Values;

namespace OvhIplb.Provider.Framework.Resources;

/// <summary>
/// The resource option <c>ignoreChanges</c>: a path in it covers all that is below it, and <c>*</c> stands for any key or index.
/// </summary>
internal sealed class IgnoredChanges(IEnumerable<string> paths)
{
    private readonly ImmutableArray<ImmutableArray<string>> _paths =
        [.. paths.Select(PropertyPath.Segments).Where(static segments => !segments.IsEmpty)];

    public static IgnoredChanges None { get; } = new([]);

    public bool Covers(string path)
    {
        if (_paths.IsEmpty)
        {
            return false;
        }

        var segments = PropertyPath.Segments(path);
        return _paths.Any(ignored =>
            ignored.Length <= segments.Length
            && ignored.Zip(segments).All(static pair => pair.First == "*" || pair.First == pair.Second));
    }
}
