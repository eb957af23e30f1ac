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
    private readonly IReadOnlyList<string> _masked;
    private readonly TimeProvider _time;
    private readonly string _stackUrn;
    private readonly bool _preview;
    private readonly bool _details;
    private readonly long _began;
    private readonly ConcurrentDictionary<string, long> _started = new(StringComparer.Ordinal);
    private readonly Dictionary<StepKind, int> _counts = [];
    private readonly List<(string Urn, string Text)> _diagnostics = [];
    private readonly HashSet<string> _errored = new(StringComparer.Ordinal);

    /// <param name="output">Where lines go.</param>
    /// <param name="masked">Texts that are never shown, whatever they are part of.</param>
    /// <param name="stackUrn">The stack's URN, for what belongs to no other resource.</param>
    /// <param name="preview">Whether steps are only planned.</param>
    /// <param name="details">Whether the properties of created and deleted resources are listed too.</param>
    public Report(TextWriter output, IEnumerable<string> masked, TimeProvider time, string stackUrn, bool preview, bool details)
    {
        _output = output;
        _masked = [.. masked.Where(text => text.Length > 0).OrderByDescending(text => text.Length)];
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
        Words words = Words.Of(kind);
        var text = new List<string> { $" {words.Sign} {Label(urn)} {(_preview ? words.Plan : words.Doing)}{Brief(changes)}" };
        text.AddRange((changes ?? []).Select(change => change.Text(Detail)));
        if (_details && properties is not null)
        {
            text.AddRange(ValueText.Properties(properties, Detail));
        }

        Line(string.Join('\n', text));
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
            Words words = Words.Of(kind);
            Line($" {words.Sign} {Label(urn)} {words.Done}{Elapsed(urn)}");
        }
    }

    /// <summary>Something a refresh found: said and, if wanted, counted.</summary>
    public void Found(StepKind kind, string urn, IReadOnlyList<PropertyChange> changes)
    {
        Words words = Words.Of(kind);
        Line(string.Join('\n', changes.Select(change => change.Text(Detail)).Prepend($" {words.Sign} {Label(urn)} {words.Plan}{Brief(changes)}")));
    }

    /// <summary>The stack is done: what happened to it was counted when it began.</summary>
    public void StackEnded(StepKind kind, bool good)
    {
        if (kind != StepKind.Same && !_preview)
        {
            Words words = Words.Of(kind);
            Line($" {words.Sign} {Label(_stackUrn)} {(good ? words.Done : $"**{words.Doing} failed**")}{Elapsed(_stackUrn)}");
        }
    }

    /// <summary>A step failed; why is told by <see cref="Error"/>.</summary>
    public void Failed(StepKind kind, string urn)
    {
        Words words = Words.Of(kind);
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
        if (ephemeral)
        {
            Line($" ~ {Urn.Name(urn)}: {FirstLine(text)}");
            return;
        }

        string full = severity switch
        {
            LogSeverity.Error => $"error: {text}",
            LogSeverity.Warning => $"warning: {text}",
            _ => text,
        };
        lock (_lock)
        {
            _diagnostics.Add((urn, full.TrimEnd()));
            if (severity == LogSeverity.Error)
            {
                _errored.Add(urn);
            }
        }

        Line($"    {Label(urn)} {FirstLine(full)}");
    }

    /// <summary>A line on its own, such as a program's output.</summary>
    public void Say(string text) => Line(text);

    /// <summary>Diagnostics by resource, the stack's outputs with what changed about them, and the numbers.</summary>
    /// <param name="newOutputs">The outputs the run registered; null where it did not come to that.</param>
    public void Finish(Struct? oldOutputs, Struct? newOutputs)
    {
        var text = new List<string>();
        lock (_lock)
        {
            Conclusion.Diagnostics(text, _diagnostics);
            if (newOutputs is not null && !(_preview && newOutputs.Equals(oldOutputs ?? new Struct())))
            {
                Conclusion.Outputs(text, oldOutputs ?? new Struct(), newOutputs);
            }

            Conclusion.Summary(text, _counts, _errored.Count, _preview);
        }

        if (!_preview)
        {
            TimeSpan elapsed = _time.GetElapsedTime(_began);
            text.Add($"\nDuration: {elapsed.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)}s");
        }

        Line(string.Join('\n', text));
    }

    private string Elapsed(string urn) => _started.TryGetValue(urn, out long at)
        ? string.Create(CultureInfo.InvariantCulture, $" ({_time.GetElapsedTime(at).TotalSeconds:0.0}s)")
        : "";

    private static string Brief(IReadOnlyList<PropertyChange>? changes)
    {
        IEnumerable<string> groups = (changes ?? []).Select(change => change.Brief).Distinct().GroupBy(brief => brief.Sign)
            .Select(group => group.Key + string.Join(',', group.Select(brief => brief.Root)));
        string text = string.Join(',', groups);
        return text.Length == 0 ? "" : $" [diff: {text}]";
    }

    private static string Label(string urn) => $"{Urn.Type(urn)} {Urn.Name(urn)}";

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();

    private void Line(string text)
    {
        foreach (string secret in _masked)
        {
            text = text.Replace(secret, "[secret]", StringComparison.Ordinal);
        }

        lock (_lock)
        {
            _output.WriteLine(text);
            _output.Flush();
        }
    }
}
