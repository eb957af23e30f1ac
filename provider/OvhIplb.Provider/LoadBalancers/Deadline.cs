namespace OvhIplb.Provider.LoadBalancers;

/// <summary>Until when an operation may take, told apart from its being cancelled.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _expiry;

    private readonly CancellationTokenSource _linked;

    private Deadline(TimeSpan allowed, TimeProvider time, CancellationToken cancellation)
    {
        Allowed = allowed;
        _expiry = new CancellationTokenSource(allowed, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_expiry.Token, cancellation);
    }

    public TimeSpan Allowed { get; }

    /// <summary>Cancelled when the time is over and when the operation is cancelled.</summary>
    public CancellationToken Token => _linked.Token;

    /// <summary>What ended the wait, in words that continue "... is not known to be done".</summary>
    public string Reason => _expiry.IsCancellationRequested ? $"after {Durations.InWords(Allowed)}" : "because the operation was cancelled";

    public static Deadline In(TimeSpan allowed, TimeProvider time, CancellationToken cancellation) => new(allowed, time, cancellation);

    public void Dispose()
    {
        _linked.Dispose();
        _expiry.Dispose();
    }
}
