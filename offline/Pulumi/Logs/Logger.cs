using Pulumi.Monitor;
using Pulumirpc;

namespace Pulumi;

/// <summary>Sends log messages in the order they were given.</summary>
internal sealed class Logger(IEngine engine, PendingTasks tasks)
{
    private readonly object _gate = new();
    private Task _last = Task.CompletedTask;
    private int _errors;

    public bool HasLoggedErrors => Volatile.Read(ref _errors) > 0;

    public Task DebugAsync(string message, Resource? resource = null)
        => SendAsync(LogSeverity.Debug, message, resource, streamId: null, ephemeral: null);

    public Task ErrorAsync(string message, Resource? resource = null)
        => SendAsync(LogSeverity.Error, message, resource, streamId: null, ephemeral: null);

    public Task SendAsync(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
    {
        if (severity == LogSeverity.Error)
        {
            Interlocked.Increment(ref _errors);
        }

        var request = new LogRequest
        {
            Severity = severity,
            Message = message,
            StreamId = streamId ?? 0,
            Ephemeral = ephemeral ?? false,
        };
        var sending = resource == null ? Enqueue(request) : EnqueueWithUrnAsync(request, resource);
        tasks.Add(sending);
        return sending;
    }

    private async Task EnqueueWithUrnAsync(LogRequest request, Resource resource)
    {
        try
        {
            // Messages without a resource do not wait in line behind one whose resource has no URN yet.
            request.Urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        }
        // The resource could not be registered: that is reported where it happened, and the message is still worth sending.
#pragma warning disable CA1031
        catch (Exception)
#pragma warning restore CA1031
        {
            request.Urn = "";
        }

        await Enqueue(request).ConfigureAwait(false);
    }

    private Task Enqueue(LogRequest request)
    {
        lock (_gate)
        {
            _last = SendAfterAsync(_last, request);
            return _last;
        }
    }

    private async Task SendAfterAsync(Task before, LogRequest request)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await engine.LogAsync(request).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw new LogException(exception);
        }
    }
}
