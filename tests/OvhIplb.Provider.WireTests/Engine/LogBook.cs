using Pulumirpc;

namespace OvhIplb.Provider.WireTests.Engine;

/// <summary>All that the plugin has said to the engine, in order.</summary>
internal sealed class LogBook
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();

    private readonly List<LogRequest> _lines = [];

    private readonly List<(Func<LogRequest, bool> Matches, TaskCompletionSource<LogRequest> Found)> _waiting = [];

    public IReadOnlyList<LogRequest> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The warnings so far.</summary>
    public IEnumerable<string> Warnings
        => Lines.Where(static line => line.Severity == LogSeverity.Warning).Select(static line => line.Message);

    public void Add(LogRequest line)
    {
        lock (_lock)
        {
            _lines.Add(line);
            foreach (var (matches, found) in _waiting)
            {
                if (matches(line))
                {
                    found.TrySetResult(line);
                }
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _lines.Clear();
        }
    }

    /// <summary>The first line that holds the text, whether it has been written already or will be.</summary>
    public Task<LogRequest> LineAsync(string text)
    {
        bool Matches(LogRequest line) => line.Message.Contains(text, StringComparison.Ordinal);
        lock (_lock)
        {
            if (_lines.Find(Matches) is { } written)
            {
                return Task.FromResult(written);
            }

            var found = new TaskCompletionSource<LogRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((Matches, found));
            return found.Task.WaitAsync(Patience);
        }
    }
}
