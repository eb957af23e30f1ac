using OvhIplb.Provider.Framework.Resources;
using Pulumirpc;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>
/// The engine's log for one operation on a resource. Without a terminal the engine prints every status line that it gets, and a plugin
/// cannot see whether there is one. So a status is sent when its text is new, and otherwise once a minute; in a terminal the engine
/// itself shows beside the resource how long it has taken.
/// </summary>
internal sealed class OperationLog(EngineLog log, TimeProvider time, string urn) : IOperationLog
{
    private static readonly TimeSpan Repetition = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();

    private string? _said;

    private long _saidAt;

    public void Status(string text) => Say(text, text);

    public void Wait(string text, TimeSpan elapsed, string detail = "")
        => Say(text + detail, $"{text}, {DurationText.InWords(elapsed)}{detail}");

    public void Info(string text) => log.Write(LogSeverity.Info, urn, text, ephemeral: false);

    public void Warning(string text) => log.Write(LogSeverity.Warning, urn, text, ephemeral: false);

    private void Say(string what, string line)
    {
        lock (_lock)
        {
            if (what == _said && time.GetElapsedTime(_saidAt) < Repetition)
            {
                return;
            }

            (_said, _saidAt) = (what, time.GetTimestamp());
            log.Write(LogSeverity.Info, urn, line, ephemeral: true);
        }
    }
}
