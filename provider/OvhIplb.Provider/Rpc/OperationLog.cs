using OvhIplb.Provider.Resources;
using Pulumirpc;

namespace OvhIplb.Provider.Rpc;

/// <summary>The engine's log for one resource.</summary>
internal sealed class OperationLog(EngineLog log, string urn) : IOperationLog
{
    public void Status(string text) => log.Write(LogSeverity.Info, urn, text, ephemeral: true);

    public void Info(string text) => log.Write(LogSeverity.Info, urn, text, ephemeral: false);

    public void Warning(string text) => log.Write(LogSeverity.Warning, urn, text, ephemeral: false);
}
