using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Tests.LoadBalancers;

public sealed class PollingTests
{
    [Fact]
    public async Task A_rate_limit_does_not_end_a_wait()
    {
        var api = new FakeApi();
        var until = api.Time.GetUtcNow().AddMinutes(2);
        api.OnService("GET", "/task/7", () => api.Time.GetUtcNow() < until
            ? throw new HttpRequestException(null, null, HttpStatusCode.TooManyRequests)
            : """{"id":7,"status":"done"}""");

        var seen = await api.PassTimeAsync(api.Session.Polling.UntilAsync(
            token => api.Session.Client.LoadBalancers.GetTaskAsync(FakeApi.Service, 7, token),
            static task => task.Status.IsFinal,
            static (_, _) => { },
            TestContext.Current.CancellationToken));

        Assert.Equal(LoadBalancerTaskStatus.Done, seen.Status);
    }

    [Fact]
    public async Task What_this_process_ends_is_waited_for_with_a_word_about_once_a_minute()
    {
        var time = new TimersSeen();
        var ended = new TaskCompletionSource<int>();
        var said = new List<TimeSpan>();
        var wait = new Polling(time, TimeSpan.FromSeconds(5)).ForAsync(ended.Task, said.Add);
        for (var minutes = 0; minutes < 3; minutes++)
        {
            var due = await time.Timers.Reader.ReadAsync(TestContext.Current.CancellationToken);
            time.Advance(due);
        }

        await time.Timers.Reader.ReadAsync(TestContext.Current.CancellationToken);
        ended.SetResult(42);
        Assert.Equal(42, await wait);
        Assert.Equal([0, 61, 122, 183], said.Select(static elapsed => (int)elapsed.TotalSeconds));
    }

    [Fact]
    public async Task What_this_process_fails_at_fails_the_wait()
    {
        var ended = new TaskCompletionSource<int>();
        var wait = new Polling(new FakeTimeProvider(), TimeSpan.FromSeconds(5)).ForAsync(ended.Task, static _ => { });
        ended.SetException(new InvalidOperationException("broken"));
        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(() => wait)).Message);
    }

    /// <summary>A clock that tells when something has begun to wait for it.</summary>
    private sealed class TimersSeen : FakeTimeProvider
    {
        public Channel<TimeSpan> Timers { get; } = Channel.CreateUnbounded<TimeSpan>();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Timers.Writer.TryWrite(dueTime);
            return timer;
        }
    }
}
