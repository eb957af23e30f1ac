using Engine.State;
using Google.Protobuf.WellKnownTypes;

namespace Engine.Display;

/// <summary>What stands at the end of a report: diagnostics by resource, the stack's outputs, and the numbers.</summary>
internal static class Conclusion
{
    /// <summary>The kinds of steps that change something, in the order in which they are told.</summary>
    public static IReadOnlyList<StepKind> Changes { get; }
        = [StepKind.Create, StepKind.Import, StepKind.Update, StepKind.Delete, StepKind.Replace];

    public static void Diagnostics(List<string> text, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        if (diagnostics.Count == 0)
        {
            return;
        }

        text.Add("Diagnostics:");
        foreach (var resource in diagnostics.GroupBy(diagnostic => diagnostic.Urn))
        {
            text.Add($"  {Urn.Type(resource.Key)} ({Urn.Name(resource.Key)}):");
            text.AddRange(resource.SelectMany(diagnostic => diagnostic.Text.Split('\n')).Select(line => $"    {line}"));
            text.Add("");
        }
    }

    public static void Outputs(List<string> text, Struct olds, Struct news)
    {
        string[] names = [.. olds.Fields.Keys.Union(news.Fields.Keys).Order(StringComparer.Ordinal)];
        if (names.Length == 0)
        {
            return;
        }

        var width = names.Max(name => name.Length);
        text.Add("Outputs:");
        foreach (var name in names)
        {
            var old = olds.Fields.TryGetValue(name, out var found) ? found : null;
            var next = news.Fields.TryGetValue(name, out found) ? found : null;
            var label = name.PadRight(width);
            text.Add((old, next) switch
            {
                // Where there was none before, all are new and none is marked.
                (null, { } added) => $"  {(olds.Fields.Count == 0 ? ' ' : '+')} {label}: {ValueText.Console.Of(added, "    ")}",
                ({ } removed, null) => $"  - {label}: {ValueText.Console.Of(removed, "    ")}",
                ({ } before, { } after) when !before.Equals(
                    after) => $"  ~ {label}: {ValueText.Console.Of(before, "    ")} => {ValueText.Console.Of(after, "    ")}",
                _ => $"    {label}: {ValueText.Console.Of(next!, "    ")}",
            });
        }

        text.Add("");
    }

    public static void Summary(List<string> text, IReadOnlyDictionary<StepKind, int> counts, int errored, bool preview)
    {
        text.Add("Resources:");
        StepKind[] changed = [.. Changes.Where(counts.ContainsKey)];
        foreach (var kind in changed)
        {
            var words = Words.Of(kind);
            text.Add($"    {words.Sign}{counts[kind]} {(preview ? $"to {words.Plan}" : words.Done)}");
        }

        var same = counts.GetValueOrDefault(StepKind.Same);
        if (same > 0)
        {
            text.Add(changed.Length > 1 ? $"    {changed.Sum(kind => counts[kind])} changes. {same} unchanged" : $"    {same} unchanged");
        }

        if (errored > 0)
        {
            text.Add($"    {errored} errored");
        }
    }
}
