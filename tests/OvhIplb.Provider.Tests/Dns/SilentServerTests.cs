using System.Net;
using System.Net.Sockets;
using OvhIplb.Provider.Dns;
using OvhSimulator;
using OvhSimulator.Dns;

namespace OvhIplb.Provider.Tests.Dns;

public sealed class SilentServerTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Simulator _simulator = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _simulator = await SimulatorHost.StartAsync(new SimulatorOptions { DnsObserver = _ => _asked.TrySetResult() }, Cancellation);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task A_server_that_never_answers_is_asked_again_and_then_named()
    {
        _simulator.Controls.Knobs.DnsAnswers = DnsAnswers.Silence;
        var records = await new Resolver([_simulator.DnsAddress], TimeSpan.FromMilliseconds(100)).LookUpAsync(
            "www.example.com",
            Cancellation);
        Assert.StartsWith($"{_simulator.DnsAddress} gave no answer (", records.Failure, StringComparison.Ordinal);
        Assert.Empty(records.Addresses);
        Assert.All(
            _simulator.Controls.DnsQueries.GroupBy(static query => query.Type), static queries => Assert.InRange(
                queries.Count(),
                2,
                int.MaxValue));
    }

    [Fact]
    public async Task The_next_server_is_asked_where_one_is_down()
    {
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var resolver = new Resolver([(IPEndPoint)silent.LocalEndPoint!, _simulator.DnsAddress], TimeSpan.FromSeconds(1));
        var records = await resolver.LookUpAsync("www.example.com", Cancellation);
        Assert.Null(records.Failure);
        Assert.Equal(IPAddress.Parse("192.0.2.10"), Assert.Single(records.Addresses));
        Assert.True(silent.Available > 0, "The first server was not asked.");
    }

    /// <summary>That a name has no AAAA record, or does not exist, is an answer.</summary>
    [Theory]
    [InlineData("www.example.com", 1)]
    [InlineData("nowhere.example.com", 0)]
    public async Task The_next_server_is_not_asked_where_one_says_that_there_is_nothing(string name, int addresses)
    {
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var resolver = new Resolver([_simulator.DnsAddress, (IPEndPoint)silent.LocalEndPoint!], TimeSpan.FromMilliseconds(100));
        var records = await resolver.LookUpAsync(name, Cancellation);
        Assert.Null(records.Failure);
        Assert.Equal(addresses, records.Addresses.Length);
        Assert.Equal(0, silent.Available);
    }

    [Fact]
    public async Task A_cancelled_look_does_not_wait_for_the_answer()
    {
        _simulator.Controls.Knobs.DnsAnswers = DnsAnswers.Silence;
        using var cancellation = new CancellationTokenSource();
        Task look = new Resolver([_simulator.DnsAddress], TimeSpan.FromHours(1)).LookUpAsync("www.example.com", cancellation.Token);
        await _asked.Task.WaitAsync(Cancellation);
        Assert.False(look.IsCompleted);
        await cancellation.CancelAsync();
        // A limit, not a wait: without the cancellation it would take an hour.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => look.WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
    }
}
