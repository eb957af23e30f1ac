using Microsoft.Extensions.Time.Testing;
using OvhIplb.Provider.Framework.Resources;
using OvhIplb.Provider.Framework.Rpc;

namespace OvhIplb.Provider.Tests.Rpc;

/// <summary>The log of an operation on a clock of the test, and the lines of it that have reached an engine over the wire.</summary>
internal sealed class EngineLines : IAsyncDisposable
{
    private readonly FakeEngine _engine;

    private readonly EngineConnection _connection = new();

    private readonly EngineLog _sender;

    private EngineLines(FakeEngine engine, TimeProvider time)
    {
        _engine = engine;
        _connection.Connect(engine.Address);

        // A clock that stands still: the time that passes for the operation is no time in which the engine does not answer.
        _sender = new EngineLog(_connection, new FakeTimeProvider());
        Log = new OperationLog(_sender, time, "urn");
    }

    public IOperationLog Log { get; }

    public static async Task<EngineLines> StartAsync(TimeProvider time) => new(await FakeEngine.StartAsync(), time);

    /// <summary>The status lines so far.</summary>
    public async Task<string[]> StatusesAsync()
    {
        await _sender.FlushAsync();
        return [.. _engine.Lines.Where(static line => line.Ephemeral).Select(static line => line.Message)];
    }

    public async ValueTask DisposeAsync()
    {
        await _sender.DisposeAsync();
        _connection.Dispose();
        await _engine.DisposeAsync();
    }
}
