using System.Threading.Channels;
using Grpc.Core;
using OvhIplb.Provider.Framework.Resources;
using Pulumirpc;

namespace OvhIplb.Provider.Framework.Rpc;

/// <summary>
/// Sends log lines to the engine, one after the other in the order in which they were written. A line that cannot be
/// delivered is dropped: talking must never make an operation fail or wait.
/// </summary>
internal sealed class EngineLog : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // The engine expects a plugin to be gone within a second of being told to go.
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromMilliseconds(200);

    private readonly EngineConnection _engine;
    private readonly TimeProvider _time;
    private readonly Channel<Entry> _entries = Channel.CreateUnbounded<Entry>(new() { SingleReader = true });
    private readonly Task _sending;

    public EngineLog(EngineConnection engine, TimeProvider time)
    {
        _engine = engine;
        _time = time;
        _sending = SendAsync();
    }

    /// <summary>The log for one operation on a resource.</summary>
    public IOperationLog Of(string urn) => new OperationLog(this, _time, urn);

    public void Write(LogSeverity severity, string urn, string text, bool ephemeral) => _entries.Writer.TryWrite(new(
        new LogRequest { Severity = severity, Urn = urn, Message = text, Ephemeral = ephemeral }, null));

    /// <summary>Waits until all that was written before has been sent, ten seconds at most.</summary>
    public async Task FlushAsync()
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_entries.Writer.TryWrite(new(null, sent)))
        {
            try
            {
                await sent.Task.WaitAsync(Patience, _time);
            }
            catch (TimeoutException)
            {
                // The engine does not take its log: the operation's answer matters more.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _entries.Writer.TryComplete();
        await _sending.WaitAsync(PatienceAtTheEnd, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task SendAsync()
    {
        await foreach (var entry in _entries.Reader.ReadAllAsync())
        {
            if (entry.Request is not null)
            {
                await SendAsync(entry.Request);
            }

            entry.Sent?.TrySetResult();
        }
    }

    private async Task SendAsync(LogRequest request)
    {
        if (_engine.Client is not { } client)
        {
            return;
        }

        using var deadline = new CancellationTokenSource(Patience, _time);
        try
        {
            await client.LogAsync(request, cancellationToken: deadline.Token);
        }
        catch (Exception failure) when (
            failure is RpcException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The engine has gone or is going. There is nobody left to tell.
        }
    }

    private sealed record Entry(LogRequest? Request, TaskCompletionSource? Sent);
}
