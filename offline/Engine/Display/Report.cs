using System.Collections.Concurrent;
using System.Globalization;
using Engine.State;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Engine.Display;

/// <summary>
/// What a command tells its user, as plain lines that also read well in a CI log: one for each thing that happens to a
/// resource, its changed properties below, then diagnostics, outputs and a summary. Safe for concurrent use.
/// </summary>
internal sealed class Report
{
    private const string Detail = "      ";
    private readonly Lock _lock = new();
    private readonly TextWriter _output;
    private readonly Mask _mask;
    private readonly TimeProvider _time;
    private readonly string _stackUrn;
    private readonly bool _preview;
    private readonly bool _details;
    private readonly long _began;
    private readonly ConcurrentDictionary<string, long> _started = new(StringComparer.Ordinal);
    private readonly Dictionary<StepKind, int> _counts = [];
    private readonly List<Step> _steps = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<string> _errored = new(StringComparer.Ordinal);

    /// <param name="output">Where lines go.</param>
    /// <param name="masked">Texts that are never shown, whatever they are part of.</param>
    /// <param name="stackUrn">The stack's URN, for what belongs to no other resource.</param>
    /// <param name="preview">Whether steps are only planned.</param>
    /// <param name="details">Whether the properties of created and deleted resources are listed too.</param>
    public Report(TextWriter output, IEnumerable<string> masked, TimeProvider time, string stackUrn, bool preview, bool details)
    {
        _output = output;
        _mask = new Mask(masked);
        _time = time;
        _stackUrn = stackUrn;
        _preview = preview;
        _details = details;
        _began = time.GetTimestamp();
    }

    /// <summary>How many resources something changes about.</summary>
    public int Changed
    {
        get
        {
            lock (_lock)
            {
                return _counts.Where(pair => pair.Key is not (StepKind.Same or StepKind.Read)).Sum(pair => pair.Value);
            }
        }
    }

    /// <summary>How many resources each kind of step happened to.</summary>
    public StepCounts Counts
    {
        get
        {
            lock (_lock)
            {
                return new StepCounts(
                    Of(StepKind.Create), Of(StepKind.Import), Of(StepKind.Update), Of(StepKind.Replace), Of(StepKind.Delete), Of(
                        StepKind.Same));
            }

            int Of(StepKind kind) => _counts.GetValueOrDefault(kind);
        }
    }

    public bool HasErrors
    {
        get
        {
            lock (_lock)
            {
                return _errored.Count > 0;
            }
        }
    }

    public void Title(string text) => Line($"{text}:\n");

    /// <summary>A step begins, or in a preview is planned.</summary>
    public void Begin(StepKind kind, string urn, IReadOnlyList<PropertyChange>? changes = null, Struct? properties = null)
    {
        if (Urn.IsDefaultProvider(urn))
        {
            return;
        }

        _started[urn] = _time.GetTimestamp();
        var words = Words.Of(kind);
        Show(new Step(kind, urn, changes ?? [], properties), _preview ? words.Plan : words.Doing);
    }

    /// <summary>A step is done: it is counted and, outside a preview, said.</summary>
    public void Done(StepKind kind, string urn)
    {
        if (Urn.IsDefaultProvider(urn))
        {
            return;
        }

        Count(kind);
        if (!_preview && kind is not StepKind.Same)
        {
            var words = Words.Of(kind);
            Line($" {words.Sign} {Label(urn)} {words.Done}{Elapsed(urn)}");
        }
    }

    /// <summary>Something a refresh found: said and, if wanted, counted.</summary>
    public void Found(StepKind kind, string urn, IReadOnlyList<PropertyChange> changes) =>
        Show(new Step(kind, urn, changes, Found: true), Words.Of(kind).Plan);

    /// <summary>The stack is done: what happened to it was counted when it began.</summary>
    public void StackEnded(StepKind kind, bool good)
    {
        if (kind != StepKind.Same && !_preview)
        {
            var words = Words.Of(kind);
            Line($" {words.Sign} {Label(_stackUrn)} {(good ? words.Done : $"**{words.Doing} failed**")}{Elapsed(_stackUrn)}");
        }
    }

    /// <summary>A step failed; why is told by <see cref="Error"/>.</summary>
    public void Failed(StepKind kind, string urn)
    {
        var words = Words.Of(kind);
        Line($" {words.Sign} {Label(urn)} **{(_preview ? words.Plan : words.Doing)} failed**{Elapsed(urn)}");
    }

    public void Count(StepKind kind)
    {
        if (kind is StepKind.CreateReplacement or StepKind.DeleteReplaced)
        {
            return;
        }

        lock (_lock)
        {
            _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        }
    }

    public void Error(string urn, string text) => Log(urn, LogSeverity.Error, text, false);

    public void Warning(string urn, string text) => Log(urn, LogSeverity.Warning, text, false);

    /// <summary>A message: a passing one is only a status line, a lasting one is repeated under Diagnostics.</summary>
    public void Log(string urn, LogSeverity severity, string text, bool ephemeral)
    {
        if (severity == LogSeverity.Debug || text.Length == 0)
        {
            return;
        }

        urn = urn.Length == 0 ? _stackUrn : urn;
        // Here, as lines that are indented later do not show a secret of several lines any more.
        text = _mask.Hide(text);
        if (ephemeral)
        {
            Line($" ~ {Urn.Name(urn)}: {FirstLine(text)}");
            return;
        }

        var diagnostic = Diagnostic.Of(urn, severity, text);
        lock (_lock)
        {
            _diagnostics.Add(diagnostic);
            if (severity == LogSeverity.Error)
            {
                _errored.Add(urn);
            }
        }

        Line($"    {Label(urn)} {FirstLine(diagnostic.Text)}");
    }

    /// <summary>A line on its own, such as a program's output.</summary>
    public void Say(string text) => Line(text);

    /// <summary>
    /// Diagnostics by resource, the stack's outputs with what changed about them, and the numbers; answers all there was to report.
    /// </summary>
    /// <param name="newOutputs">The outputs the run registered; null where it did not come to that.</param>
    public Contents Finish(Struct? oldOutputs, Struct? newOutputs)
    {
        Contents contents;
        lock (_lock)
        {
            contents = new Contents
            {
                StackUrn = _stackUrn,
                Mask = _mask,
                Steps = [.. _steps],
                Diagnostics = [.. _diagnostics],
                Counts = _counts.ToDictionary(),
                Errored = _errored.ToHashSet(StringComparer.Ordinal),
                OldOutputs = oldOutputs ?? new Struct(),
                NewOutputs = newOutputs,
            };
        }

        var text = new List<string>();
        Conclusion.Diagnostics(text, contents.Diagnostics);
        if (newOutputs is not null && !(_preview && newOutputs.Equals(contents.OldOutputs)))
        {
            Conclusion.Outputs(text, contents.OldOutputs, newOutputs);
        }

        Conclusion.Summary(text, contents.Counts, contents.Errored.Count, _preview);
        if (!_preview)
        {
            var elapsed = _time.GetElapsedTime(_began);
            text.Add($"\nDuration: {elapsed.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)}s");
        }

        Line(string.Join('\n', text));
        return contents;
    }

    private void Show(Step step, string doing)
    {
        lock (_lock)
        {
            _steps.Add(step);
        }

        var text = new List<string> { $" {Words.Of(step.Kind).Sign} {Label(step.Urn)} {doing}{Brief(step.Changes)}" };
        text.AddRange(step.Changes.Select(change => change.Text(Detail)));
        if (_details && step.Properties is not null)
        {
            text.AddRange(ValueText.Console.Properties(step.Properties, Detail));
        }

        Line(string.Join('\n', text));
    }

    private string Elapsed(string urn) => _started.TryGetValue(urn, out var at)
        ? string.Create(CultureInfo.InvariantCulture, $" ({_time.GetElapsedTime(at).TotalSeconds:0.0}s)")
        : "";

    private static string Brief(IReadOnlyList<PropertyChange> changes)
    {
        var groups = changes.Select(change => change.Brief).Distinct().GroupBy(brief => brief.Sign)
            .Select(group => group.Key + string.Join(',', group.Select(brief => brief.Root)));
        var text = string.Join(',', groups);
        return text.Length == 0 ? "" : $" [diff: {text}]";
    }

    private static string Label(string urn) => $"{Urn.Type(urn)} {Urn.Name(urn)}";

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();

    private void Line(string text)
    {
        text = _mask.Hide(text);
        lock (_lock)
        {
            _output.WriteLine(text);
            _output.Flush();
        }
    }
}
