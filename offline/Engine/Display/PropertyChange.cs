using Engine.Values;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Display;

/// <summary>One property that differs.</summary>
/// <param name="Path">Where, such as <c>tags.env</c>.</param>
/// <param name="Old">The old value; null where there was none.</param>
/// <param name="New">The new value; null where there is none any more.</param>
/// <param name="Secret">Whether neither may be shown.</param>
/// <param name="Replaces">Whether it is why the resource is replaced.</param>
internal sealed record PropertyChange(string Path, Value? Old, Value? New, bool Secret, bool Replaces)
{
    /// <summary>The line or lines of the change; a changed secret says only that it changed.</summary>
    public string Text(string indent)
    {
        var cause = Replaces ? " (forces replacement)" : "";
        return (Old, New) switch
        {
            (null, null) => $"{indent}~ {Path}{cause}",
            (null, { } added) => $"{indent}+ {Path}: {Show(added, indent)}{cause}",
            ({ } removed, null) => $"{indent}- {Path}: {Show(removed, indent)}{cause}",
            ({ } old, { } next) => $"{indent}~ {Path}: {Show(old, indent)} => {Show(next, indent)}{cause}",
        };
    }

    /// <summary>The change as lines of a diff: what goes away, then what takes its place.</summary>
    public IEnumerable<string> Diff(ValueText values)
    {
        var cause = Replaces ? " (forces replacement)" : "";
        return (Old, New) switch
        {
            (null, null) => [$"! {Path}{cause}"],
            ({ } removed, null) => Lines('-', removed, values, cause),
            (null, { } added) => Lines('+', added, values, cause),
            ({ } old, { } next) => [.. Lines('-', old, values, ""), .. Lines('+', next, values, cause)],
        };
    }

    /// <summary>How the change stands in <c>[diff: ~name]</c>: its sign and its top-level property.</summary>
    public (char Sign, string Root) Brief
        => (Old is null && New is not null ? '+' : New is null && Old is not null ? '-' : '~', PropertyPath.Parse(Path).Root);

    private IEnumerable<string> Lines(char sign, Value value, ValueText values, string cause) =>
        $"{Path}: {(Secret ? "[secret]" : values.Of(value, ""))}{cause}".Split('\n').Select(line => $"{sign} {line}");

    private string Show(Value value, string indent) => Secret ? "[secret]" : ValueText.Console.Of(value, indent + "  ");
}
