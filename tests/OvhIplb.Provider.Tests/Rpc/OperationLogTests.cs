using Microsoft.Extensions.Time.Testing;

namespace OvhIplb.Provider.Tests.Rpc;

/// <summary>A log without a terminal shows every status line that the plugin sends.</summary>
public sealed class OperationLogTests
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_wait_of_ten_minutes_is_said_when_it_starts_and_once_a_minute()
    {
        await using var lines = await EngineLines.StartAsync(_time);
        PollFor(TimeSpan.FromMinutes(10), elapsed => lines.Log.Wait("waiting for DNS", elapsed, " of 30 min: www.example.com"));
        Assert.Equal(
            ["0 s", "1 min", "2 min", "3 min", "4 min", "5 min", "6 min", "7 min", "8 min", "9 min"],
            (await lines.StatusesAsync()).Select(static line => line["waiting for DNS, ".Length..^" of 30 min: www.example.com".Length]));
    }

    [Fact]
    public async Task A_wait_whose_text_changes_is_said_at_once()
    {
        await using var lines = await EngineLines.StartAsync(_time);
        PollFor(
            TimeSpan.FromSeconds(30),
            elapsed => lines.Log.Wait(elapsed < TimeSpan.FromSeconds(20) ? "task 7 todo" : "task 7 doing", elapsed));
        PollFor(
            TimeSpan.FromSeconds(30),
            elapsed => lines.Log.Wait("task 7 doing", elapsed, elapsed < TimeSpan.FromSeconds(20) ? "" : "; still there"));
        Assert.Equal(["task 7 todo, 0 s", "task 7 doing, 20 s", "task 7 doing, 20 s; still there"], await lines.StatusesAsync());
    }

    [Fact]
    public async Task A_status_without_a_time_is_not_repeated_either()
    {
        await using var lines = await EngineLines.StartAsync(_time);
        PollFor(TimeSpan.FromMinutes(2), _ => lines.Log.Status("waiting for another move"));
        lines.Log.Status("moving");
        lines.Log.Status("waiting for another move");
        Assert.Equal(
            ["waiting for another move", "waiting for another move", "moving", "waiting for another move"], await lines.StatusesAsync());
    }

    private void PollFor(TimeSpan wait, Action<TimeSpan> say)
    {
        for (var elapsed = TimeSpan.Zero; elapsed < wait; elapsed += Look)
        {
            say(elapsed);
            _time.Advance(Look);
        }
    }
}
