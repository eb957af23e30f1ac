using OvhIplb.Provider.Framework.Resources;

namespace OvhIplb.Provider.Process;

/// <summary>Until when an operation may take, told apart from its being cancelled.</summary>
internal sealed class Deadline : IDisposable
{
    // A timer holds no more than 49 days.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    private readonly CancellationTokenSource _expiry;

    private readonly CancellationTokenSource _linked;

    private readonly bool _isChosen;

    private Deadline(TimeSpan? chosen, TimeSpan byDefault, TimeProvider time, CancellationToken cancellation)
    {
        _isChosen = chosen is not null;
        Allowed = Possible(chosen ?? byDefault);
        _expiry = new CancellationTokenSource(Allowed, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_expiry.Token, cancellation);
    }

    public TimeSpan Allowed { get; private set; }

    /// <summary>Cancelled when the time is over and when the operation is cancelled.</summary>
    public CancellationToken Token => _linked.Token;

    /// <summary>What ended the wait, in words that continue "... is not known to be done".</summary>
    public string Reason => HasExpired ? $"after {DurationText.InWords(Allowed)}" : "because the operation was cancelled";

    public bool HasExpired => _expiry.IsCancellationRequested;

    public static Deadline In(TimeSpan allowed, TimeProvider time, CancellationToken cancellation)
        => new(allowed, allowed, time, cancellation);

    /// <param name="chosen">What the user allows for all of the operation; null leaves it to the default.</param>
    /// <param name="byDefault">What its first stage may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">The operation's.</param>
    public static Deadline In(TimeSpan? chosen, TimeSpan byDefault, TimeProvider time, CancellationToken cancellation) =>
        new(chosen, byDefault, time, cancellation);

    /// <summary>Another stage begins, with a default of its own; what the user chose is for all stages together.</summary>
    public void Continue(TimeSpan byDefault)
    {
        if (!_isChosen && !HasExpired)
        {
            Allowed = Possible(byDefault);
            _expiry.CancelAfter(Allowed);
        }
    }

    private static TimeSpan Possible(TimeSpan allowed) => allowed < Longest ? allowed : Longest;

    /// <summary>
    /// Does the work and tells a time-out from a cancellation where nothing has been asked of the API yet; what has been asked is
    /// for the work itself to keep.
    /// </summary>
    /// <exception cref="OperationException">The time is over.</exception>
    public async Task<T> WithinAsync<T>(string what, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException) when (HasExpired)
        {
            throw new OperationException(
                $"{what} could not begin within {DurationText.InWords(Allowed)}: what it waited for took too long. Nothing was asked of "
                    + $"the API; run the operation "
                + "again, or allow more time with `customTimeouts`.");
        }
    }

    /// <inheritdoc cref="WithinAsync{T}"/>
    public Task WithinAsync(string what, Func<Task> work) => WithinAsync(
        what,
        async () =>
        {
            await work();
            return true;
        });

    public void Dispose()
    {
        _linked.Dispose();
        _expiry.Dispose();
    }
}
