using System.Diagnostics.CodeAnalysis;

namespace OvhIplb.Api;

/// <summary>
/// One piece of work for everybody who asks for it while it is under way, its failure included; whoever asks later has it done anew.
/// </summary>
/// <param name="work">The work. Its token is cancelled once nobody waits for it any more.</param>
[SuppressMessage("Design", "CA1001", Justification = "The only disposable thing is a source without a timer, which holds nothing.")]
public sealed class Shared<T>(Func<CancellationToken, Task<T>> work)
{
    private readonly Lock _lock = new();

    private Round? _underWay;

    /// <param name="cancellationToken">Ends the wait at once.</param>
    public async Task<T> JoinAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var joined = Join(out var isFirst);
        if (isFirst)
        {
            _ = RunAsync(joined);
        }

        try
        {
            return await joined.Answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(joined);
        }
    }

    private Round Join(out bool isFirst)
    {
        lock (_lock)
        {
            isFirst = _underWay is null;
            _underWay ??= new Round();
            _underWay.Waiting++;
            return _underWay;
        }
    }

    private async Task RunAsync(Round begun)
    {
        var done = WorkAsync(begun);
        await ((Task)done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        End(begun);
        begun.Answer.SetFromTask(done);
    }

    // Whatever the work throws before its first wait is its failure too.
    private async Task<T> WorkAsync(Round begun) => await work(begun.Abandoned.Token);

    private void Leave(Round joined)
    {
        lock (_lock)
        {
            if (--joined.Waiting > 0 || joined.Answer.Task.IsCompleted)
            {
                return;
            }

            // In the same breath, or somebody could still join what is about to be cancelled.
            Forget(joined);
        }

        joined.Abandoned.Cancel();
    }

    private void End(Round ended)
    {
        lock (_lock)
        {
            Forget(ended);
        }
    }

    private void Forget(Round round)
    {
        if (_underWay == round)
        {
            _underWay = null;
        }
    }

    private sealed class Round
    {
        public CancellationTokenSource Abandoned { get; } = new();

        public TaskCompletionSource<T> Answer { get; } = new();

        public int Waiting { get; set; }
    }
}
