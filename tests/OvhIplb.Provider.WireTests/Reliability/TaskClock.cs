using System.Text.Json;
using OvhSimulator.Control;

namespace OvhIplb.Provider.WireTests.Reliability;

/// <summary>
/// Tasks take an hour, which passes whenever somebody has seen one running: what a case shows does not depend on how fast the
/// machine is.
/// </summary>
internal sealed class TaskClock
{
    public static readonly TimeSpan TaskLength = TimeSpan.FromHours(1);

    private volatile Hold? _hold;

    /// <summary>The world whose time passes; null before there is one.</summary>
    public Controls? World { get; set; }

    /// <summary>
    /// Holds the operation once a call has taken effect: the task that the call starts runs until it is released, and after a call
    /// that starts none no other is answered.
    /// </summary>
    /// <returns>Done once the operation waits.</returns>
    public Task HoldAsync(ApiCall after)
    {
        var hold = new Hold(after, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _hold = hold;
        return hold.IsWaiting.Task;
    }

    public void Release() => _hold = null;

    public void Observe(AnsweredCall call)
    {
        if (_hold is { HasBegun: false } next && ApiCall.Of(call) == next.After)
        {
            next.HasBegun = true;
            if (next.After.Starts is null)
            {
                World?.Inject(new Fault { DelaySeconds = TaskLength.TotalSeconds, Count = int.MaxValue });
                next.IsWaiting.TrySetResult();
            }
        }

        if (!ShowsRunningTask(call))
        {
            return;
        }

        if (_hold is { After.Starts: not null, HasBegun: true } hold && call.Path.StartsWith(hold.Family, StringComparison.Ordinal))
        {
            hold.IsWaiting.TrySetResult();
        }
        else
        {
            World?.Advance(TaskLength);
        }
    }

    /// <summary>A task that runs, or a list of those that do.</summary>
    private static bool ShowsRunningTask(AnsweredCall call)
    {
        if (call.Method != "GET" || call.Status != 200 || !call.Path.Contains("/task", StringComparison.Ordinal))
        {
            return false;
        }

        using var answer = JsonDocument.Parse(call.AnswerBody);
        return answer.RootElement.ValueKind == JsonValueKind.Object
            ? answer.RootElement.GetProperty("status").GetString() is "init" or "todo" or "doing"
            : call.Query.Contains("status=", StringComparison.Ordinal) && answer.RootElement.GetArrayLength() > 0;
    }

    private sealed record Hold(ApiCall After, TaskCompletionSource IsWaiting)
    {
        /// <summary>Whether the call has taken effect: what ran before it ends as usual.</summary>
        public bool HasBegun { get; set; }

        public string Family => After.IsOfIp ? "/ip/" : "/ipLoadbalancing/";
    }
}
