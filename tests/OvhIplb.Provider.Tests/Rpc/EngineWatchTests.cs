using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using OvhIplb.Provider.Framework.Rpc;

namespace OvhIplb.Provider.Tests.Rpc;

public sealed class EngineWatchTests
{
    [Fact]
    public async Task An_engine_that_listens_is_there_and_one_that_does_not_is_gone()
    {
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };
        using var engine = new TcpListener(IPAddress.Loopback, 0);
        engine.Start();
        var gone = EngineWatch.GoneAsync(engine.LocalEndpoint.ToString()!, time, TestContext.Current.CancellationToken);

        using (await engine.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
        {
            Assert.False(gone.IsCompleted);
        }

        engine.Stop();
        while (!gone.IsCompleted)
        {
            // Each look is over before the next is due, however long the refusal takes.
            time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        await gone;
    }

    [Fact]
    public async Task An_engine_that_never_listened_is_not_gone()
    {
        var time = new FakeTimeProvider();
        using var cancellation = new CancellationTokenSource();
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var address = nobody.LocalEndpoint.ToString()!;
        nobody.Stop();
        var gone = EngineWatch.GoneAsync(address, time, cancellation.Token);

        for (var look = 0; look < 1000; look++)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        Assert.False(gone.IsCompleted);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
    }

    [Fact]
    public async Task What_is_no_address_is_never_gone()
    {
        using var cancellation = new CancellationTokenSource();
        var gone = EngineWatch.GoneAsync("nowhere", new FakeTimeProvider(), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
    }
}
