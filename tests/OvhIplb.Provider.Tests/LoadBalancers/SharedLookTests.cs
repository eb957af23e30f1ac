using OvhIplb.Provider.Process;

namespace OvhIplb.Provider.Tests.LoadBalancers;

public sealed class SharedLookTests : IDisposable
{
    private readonly List<TaskCompletionSource<int>> _answers = [];

    private readonly List<CancellationToken> _cancellations = [];

    private readonly SemaphoreSlim _begun = new(0);

    private readonly SingleFlight<int> _look;

    public SharedLookTests() => _look = new((_, cancellation) =>
    {
        var answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _answers.Add(answer);
        _cancellations.Add(cancellation);
        _begun.Release();
        return answer.Task.WaitAsync(cancellation);
    });

    public void Dispose() => _begun.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_who_asks_meanwhile_gets_the_same_answer_and_whoever_asks_later_another()
    {
        Task<int>[] joined = [_look.JoinAsync("a", Cancellation), _look.JoinAsync("a", Cancellation)];
        await _begun.WaitAsync(Cancellation);
        _answers[0].SetResult(1);
        Assert.All(await Task.WhenAll(joined), static answer => Assert.Equal(1, answer));

        var later = _look.JoinAsync("a", Cancellation);
        await _begun.WaitAsync(Cancellation);
        _answers[1].SetResult(2);
        Assert.Equal(2, await later);
    }

    [Fact]
    public async Task Different_things_are_looked_at_apart()
    {
        Task<int>[] joined = [_look.JoinAsync("a", Cancellation), _look.JoinAsync("b", Cancellation)];
        await _begun.WaitAsync(Cancellation);
        await _begun.WaitAsync(Cancellation);
        Assert.Equal(2, _answers.Count);
        _answers.ForEach(static answer => answer.SetResult(1));
        await Task.WhenAll(joined);
    }

    [Fact]
    public async Task One_who_gives_up_leaves_the_look_to_the_others_and_the_last_ends_it()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        Task<int>[] joined = [_look.JoinAsync("a", first.Token), _look.JoinAsync("a", second.Token)];
        await _begun.WaitAsync(Cancellation);

        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => joined[0]);
        Assert.False(_cancellations[0].IsCancellationRequested);

        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => joined[1]);
        Assert.True(_cancellations[0].IsCancellationRequested);
        var anew = _look.JoinAsync("a", Cancellation);
        await _begun.WaitAsync(Cancellation);
        _answers[1].SetResult(7);
        Assert.Equal(7, await anew);
    }

    [Fact]
    public async Task A_failure_is_everybodys_and_not_kept()
    {
        Task<int>[] joined = [_look.JoinAsync("a", Cancellation), _look.JoinAsync("a", Cancellation)];
        await _begun.WaitAsync(Cancellation);
        _answers[0].SetException(new InvalidOperationException("no"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => joined[0]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => joined[1]);
        var anew = _look.JoinAsync("a", Cancellation);
        await _begun.WaitAsync(Cancellation);
        _answers[1].SetResult(7);
        Assert.Equal(7, await anew);
    }
}
