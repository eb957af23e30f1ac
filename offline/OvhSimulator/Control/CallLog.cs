using OvhSimulator.Http;

namespace OvhSimulator.Control;

/// <summary>Every call the API received since the start, in order. Not kept in the state file.</summary>
internal sealed class CallLog
{
    private readonly Lock _gate = new();
    private readonly List<RecordedCall> _calls = [];

    public RecordedCall Record(string method, string path, string queryId, DateTimeOffset time)
    {
        var call = new RecordedCall(method, path, queryId, time);
        lock (_gate)
        {
            _calls.Add(call);
        }
        return call;
    }

    /// <summary>The calls of a method and a path pattern, null for every one. The pattern sees the path without its query.</summary>
    public IReadOnlyList<RecordedCall> Find(string? method = null, string? path = null)
    {
        lock (_gate)
        {
            return [.. _calls.Where(call => Filters.Is(method, call.Method) && (path is null || Matches(path, call.Path.Split('?')[0])))];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
        }
    }

    private static bool Matches(string pattern, string path) =>
        Wildcard.Matches(pattern, path) || Wildcard.Matches(pattern, Uri.UnescapeDataString(path));
}
