using Pulumirpc;

namespace Pulumi;

/// <summary>Messages for the engine's display, at a resource or at the stack.</summary>
public static class Log
{
    /// <summary>A message shown only when asked for.</summary>
    public static void Debug(string message, Resource? resource = null, int? streamId = default, bool? ephemeral = default)
        => Send(LogSeverity.Debug, message, resource, streamId, ephemeral);

    /// <summary>A message.</summary>
    public static void Info(string message, Resource? resource = null, int? streamId = default, bool? ephemeral = default)
        => Send(LogSeverity.Info, message, resource, streamId, ephemeral);

    /// <summary>A warning.</summary>
    public static void Warn(string message, Resource? resource = null, int? streamId = default, bool? ephemeral = default)
        => Send(LogSeverity.Warning, message, resource, streamId, ephemeral);

    /// <summary>An error; the run fails at its end.</summary>
    public static void Error(string message, Resource? resource = null, int? streamId = default, bool? ephemeral = default)
        => Send(LogSeverity.Error, message, resource, streamId, ephemeral);

    /// <summary>An exception as an error; the run fails at its end.</summary>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = default, bool? ephemeral = default)
        => Error(exception.ToString(), resource, streamId, ephemeral);

    private static void Send(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
        => _ = Deployment.Instance.Logger.SendAsync(severity, message, resource, streamId, ephemeral);
}
