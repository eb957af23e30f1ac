using Microsoft.Extensions.Time.Testing;
using OvhIplb.Provider.Framework.Rpc;
using Pulumirpc;

namespace OvhIplb.Provider.Tests.Rpc;

public sealed class EngineLogTests
{
    [Fact]
    public async Task Without_an_engine_lines_are_dropped_and_nothing_waits()
    {
        using var connection = new EngineConnection();
        await using var log = new EngineLog(connection, new FakeTimeProvider());

        log.Write(LogSeverity.Warning, "urn", "text", ephemeral: false);

        await log.FlushAsync().WaitAsync(TestContext.Current.CancellationToken);
        connection.Connect("not an address");
        Assert.Null(connection.Client);
    }

    [Fact]
    public async Task An_engine_that_never_answers_holds_an_operation_up_two_seconds_and_no_longer()
    {
        var time = new FakeTimeProvider();
        await using var engine = await FakeEngine.StartAsync();
        engine.Hold = new TaskCompletionSource();
        using var connection = new EngineConnection();
        connection.Connect(engine.Address);
        await using var log = new EngineLog(connection, time);
        log.Write(LogSeverity.Info, "urn", "held", ephemeral: false);
        await engine.Received.Task.WaitAsync(TestContext.Current.CancellationToken);

        var flush = log.FlushAsync();
        time.Advance(TimeSpan.FromSeconds(9.9));
        var early = flush.IsCompleted;
        time.Advance(TimeSpan.FromSeconds(0.1));
        await flush.WaitAsync(TestContext.Current.CancellationToken);

        Assert.False(early);
        engine.Hold.SetResult();
    }
}
