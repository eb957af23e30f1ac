using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;

namespace Engine.Tests.Recordings;

/// <summary>
/// The provider's side of a recorded command: each request of the engine is compared with the recorded one for the same object,
/// and answered as it was then.
/// </summary>
internal sealed class Conversation
{
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<Line> _lines;
    private readonly Dictionary<string, Queue<Line>> _expected;
    private readonly HashSet<int> _seen = [];
    private readonly List<(int Before, TaskCompletionSource Released)> _waiting = [];

    public Conversation(Command command)
    {
        _lines = command.Lines;
        _expected = _lines.Where(line => line.IsRequest && IsCompared(line))
            .GroupBy(line => $"{line.Name} {line.Body!["urn"] ?? line.Body!["tok"]}")
            .ToDictionary(group => group.Key, group => new Queue<Line>(group), StringComparer.Ordinal);
    }

    /// <summary>What was not as recorded.</summary>
    public ConcurrentQueue<string> Differences { get; } = new();

    public IReadOnlyList<Line> Lines => _lines;

    /// <summary>Notes that a request the recording has was made.</summary>
    public void Seen(Line request)
    {
        lock (_lock)
        {
            _seen.Add(request.Index);
            foreach ((_, var released) in _waiting.Where(waiting => IsNext(waiting.Before)).ToArray())
            {
                released.TrySetResult();
            }
        }
    }

    /// <summary>Compares a request and answers as recorded.</summary>
    public async Task<T> AnswerAsync<T>(string method, IMessage request, string target, MessageParser<T> parser)
        where T : class, IMessage<T>
    {
        Line? recorded;
        lock (_lock)
        {
            recorded = _expected.TryGetValue($"{method} {target}", out var queue) && queue.Count > 0 ? queue.Dequeue() : null;
        }

        if (recorded is null)
        {
            Differences.Enqueue($"{method} of {target} was not recorded: {Wire.Comparable(request)}");
            throw new RpcException(new Status(StatusCode.Internal, "not recorded"));
        }

        var expected = Wire.Comparable(recorded.Body!, request.Descriptor.Parser);
        var actual = Wire.Comparable(request);
        if (expected != actual)
        {
            Differences.Enqueue($"{method} of {target}\n  recorded {expected}\n  made     {actual}");
        }

        Seen(recorded);
        var answer = _lines.First(line => !line.IsRequest && line.Call == recorded.Call);
        if (answer.Error is null && answer.Body!["failures"] is null)
        {
            return (T)Wire.Parse(answer.Body, parser, id => id);
        }

        // A failure ends the run: what had been asked before it then, is asked before it now. Refused inputs stop nothing that has
        // begun, so there everything else comes first.
        await EverythingBeforeAsync(answer.Error is null ? _lines.Count : answer.Index);
        return answer.Error is null ? (T)Wire.Parse(answer.Body!, parser, id => id) : throw Failure(answer.Error);
    }

    /// <summary>What the recording has and nobody asked.</summary>
    public IEnumerable<string> Missing() => _expected.Where(pair => pair.Value.Count > 0).Select(pair => $"{pair.Key} was not asked");

    private static bool IsCompared(Line line) =>
        line.Service == "ResourceProvider" && line.Name is not ("Handshake" or "GetPluginInfo" or "Cancel" or "GetSchema" or "Construct");

    private bool IsNext(
        int before) => _lines.Where(line => line.IsRequest && line.Index < before && (IsCompared(line) || line.Service == "ResourceMonitor"))
        .Where(line => line.Name != "SupportsFeature").All(line => _seen.Contains(line.Index));

    private Task EverythingBeforeAsync(int index)
    {
        lock (_lock)
        {
            var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (IsNext(index))
            {
                released.SetResult();
            }

            _waiting.Add((index, released));
            return released.Task;
        }
    }

    // "rpc error: code = Unknown desc = words"
    private static RpcException Failure(string error)
    {
        var parts = error.Split(" desc = ", 2);
        return new RpcException(new Status(Enum.Parse<StatusCode>(parts[0].Split("code = ")[1]), parts[1]));
    }
}
