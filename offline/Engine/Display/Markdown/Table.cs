using Engine.State;

namespace Engine.Display.Markdown;

/// <summary>Steps as rows, and what they change folded away behind them.</summary>
internal sealed class Table(Contents contents, ValueText values)
{
    private const int Paths = 5;

    // What takes something away is looked at first.
    private static readonly StepKind[] Order =
        [StepKind.Replace, StepKind.Delete, StepKind.Update, StepKind.Refresh, StepKind.Create, StepKind.Import];

    /// <summary>A table of one row a step.</summary>
    /// <param name="before">What stands before it.</param>
    /// <param name="what">The heading of the column of properties.</param>
    /// <param name="steps">The steps, in any order: they happen side by side, and yet two previews are to read the same.</param>
    public Section Rows(string before, string what, IEnumerable<Step> steps) => new(
        $"{before}\n| operation | resource | type | {what} |\n|---|---|---|---|\n",
        [.. Sorted(steps).Select(
            step => $"| {Operation(step)} | {Escape.Cell(Name(step))} | {Escape.Cell(Urn.Type(step.Urn))} | {What(step)} |\n")],
        "",
        count => $"{count} more are left out: the comment would get too long.");

    /// <summary>The properties of each step that has any.</summary>
    public Section Details(IEnumerable<Step> steps) => new(
        "\n",
        [.. Sorted(steps).Select(Folded).Where(item => item.Length > 0)],
        "",
        count => $"The details of {count} more are left out: the comment would get too long.");

    private static IEnumerable<Step> Sorted(IEnumerable<Step> steps) => steps
        .OrderBy(step => Array.IndexOf(Order, step.Kind))
        .ThenBy(step => Urn.Type(step.Urn), StringComparer.Ordinal)
        .ThenBy(step => Urn.Name(step.Urn), StringComparer.Ordinal)
        .ThenBy(step => step.Urn, StringComparer.Ordinal);

    private string Operation(Step step)
    {
        var plan = Words.Of(step.Kind).Plan;
        // The stack fails with anything in it; what failed is the other.
        return !step.Found && step.Urn != contents.StackUrn && contents.Errored.Contains(step.Urn) ? $"**{plan} failed**" : plan;
    }

    private string Name(Step step) => contents.Mask.Hide(Urn.Name(step.Urn));

    private string What(Step step)
    {
        if (step is { Found: true, Kind: StepKind.Delete })
        {
            return "it is gone";
        }

        // What makes it a replacement comes first.
        string[] paths =
        [
            .. step.Changes.OrderBy(change => !change.Replaces)
                .Select(change => Escape.Cell(contents.Mask.Hide(change.Path)) + (change.Replaces ? " forces replacement" : "")),
        ];
        var more = paths.Length > Paths ? $" and {paths.Length - Paths} more" : "";
        return string.Join(", ", paths.Take(Paths)) + more;
    }

    private string Folded(Step step)
    {
        var sign = step.Kind == StepKind.Delete ? '-' : '+';
        var lines = step.Changes.Count > 0
            ? step.Changes.SelectMany(change => change.Diff(values))
            : step.Properties is null
                ? []
                : values.Properties(step.Properties, "").SelectMany(text => text.Split('\n')).Select(line => $"{sign} {line}");
        var text = Escape.Block(contents.Mask.Hide(string.Join('\n', lines)));
        if (text.Length == 0)
        {
            return "";
        }

        var fence = Escape.Fence(text, 3);
        return $"<details><summary>{Words.Of(step.Kind).Plan} "
            + $"{Escape.Html(Name(step))}</summary>\n\n{fence}diff\n{text}\n{fence}\n\n</details>\n";
    }
}
