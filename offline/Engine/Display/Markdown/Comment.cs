using System.Globalization;
using Engine.State;
using Pulumirpc;

namespace Engine.Display.Markdown;

/// <summary>A preview as the text of a comment on a pull request.</summary>
internal sealed class Comment
{
    // GitHub takes 65536 characters. The head and the notes of what was left out need less than the rest.
    private const int Room = 60_000;
    private const int LongestValue = 1000;
    private const int LongestDiagnostic = 4000;

    private readonly Contents _contents;
    private readonly ValueText _values;
    private readonly Table _table;

    private Comment(Contents contents)
    {
        _contents = contents;
        _values = new ValueText("known after the update", LongestValue, contents.Mask);
        _table = new Table(contents, _values);
    }

    /// <summary>The page, which begins with a line that no reader sees and that a workflow finds its own comment by.</summary>
    public static string Of(Contents contents) => new Comment(contents).Text();

    private string Text()
    {
        Step[] planned = [.. _contents.Steps.Where(step => !step.Found && Conclusion.Changes.Contains(step.Kind))];
        Step[] found = [.. _contents.Steps.Where(step => step.Found)];
        var diagnostics = _contents.Diagnostics.ToLookup(diagnostic => diagnostic.Severity == LogSeverity.Error);
        PropertyChange[] outputs = _contents.NewOutputs is { } news ? [.. Changes.Compare(_contents.OldOutputs, news)] : [];

        // Where there is not room for everything, what comes first here is kept.
        var room = Room;
        var errors = Said("Errors", diagnostics[true]).Fit(ref room);
        var changes = _table.Rows("", "what changes", planned).Fit(ref room);
        var drift = _table.Rows("\n### Drift\n\nFound when the resources were read, before the preview:\n", "what changed", found)
            .Fit(ref room);
        var messages = Said("Diagnostics", diagnostics[false]).Fit(ref room);
        var values = Outputs(outputs).Fit(ref room);
        var driftDetails = _table.Details(found).Fit(ref room);
        var details = _table.Details(planned).Fit(ref room);
        return string.Concat(Head(outputs), errors, changes, details, drift, driftDetails, messages, values);
    }

    private string Head(PropertyChange[] outputs)
    {
        var stack = $"{Urn.Project(_contents.StackUrn)}/{Urn.Stack(_contents.StackUrn)}";
        return $"<!-- ovh-iplb preview: {Escape.Hidden(stack)} -->\n## Preview of {Escape.Code(stack)}\n\n{Summary(outputs)}\n";
    }

    private string Summary(PropertyChange[] outputs)
    {
        string[] plans =
        [
            .. Conclusion.Changes.Where(_contents.Counts.ContainsKey)
                .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{_contents.Counts[kind]} to {Words.Of(kind).Plan}")),
        ];
        var same = _contents.Counts.GetValueOrDefault(StepKind.Same);
        var unchanged = same > 0 ? string.Create(CultureInfo.InvariantCulture, $"{same} unchanged") : "";
        if (_contents.Errored.Count > 0)
        {
            var until = string.Join("; ", new[] { string.Join(", ", plans), unchanged }.Where(part => part.Length > 0));
            return $"**The preview failed.**{(until.Length > 0 ? $" Until then: {until}." : "")}";
        }

        var nothing = outputs.Length > 0 ? "Only outputs change" : "Nothing changes";
        return plans.Length > 0
            ? $"**{string.Join(", ", plans)}**{(same > 0 ? $"; {unchanged}" : "")}."
            : $"{nothing}{(same > 0 ? $": {unchanged}" : "")}.";
    }

    private Section Said(string title, IEnumerable<Diagnostic> diagnostics)
    {
        var items = diagnostics
            .GroupBy(diagnostic => diagnostic.Urn)
            .OrderBy(resource => Urn.Name(resource.Key), StringComparer.Ordinal)
            .ThenBy(resource => resource.Key, StringComparer.Ordinal)
            .Select(resource =>
            {
                var said = Escape.Block(_contents.Mask.Hide(string.Join('\n', resource.Select(diagnostic => diagnostic.Text))));
                var text = LongText.Cut(said, LongestDiagnostic);
                var fence = Escape.Fence(text, 3);
                var of = $"{Escape.Code(_contents.Mask.Hide(Urn.Name(resource.Key)))} ({Escape.Code(Urn.Type(resource.Key))})";
                return $"\n{of}:\n\n{fence}text\n{text}\n{fence}\n";
            });
        return new Section(
            $"\n### {title}\n",
            [.. items],
            "",
            count => $"What is said of {count} more is left out: the comment would get too long.");
    }

    private Section Outputs(PropertyChange[] changes)
    {
        string[] lines = [.. changes.Select(change => Escape.Block(_contents.Mask.Hide(string.Join('\n', change.Diff(_values)))) + "\n")];
        var fence = Escape.Fence(string.Concat(lines), 3);
        return new Section(
            $"\n### Outputs\n\n{fence}diff\n",
            lines,
            $"{fence}\n",
            count => $"{count} more outputs change; the comment would get too long.");
    }
}
