namespace OvhIplb.Api.Authentication;

/// <summary>
/// A value asked for by whoever needs it first, and anew by whoever first finds it wanting; all others wait for that one answer.
/// </summary>
internal sealed class Renewable<T>
    where T : class
{
    private readonly Shared<T> _question;
    private T? _current;

    public Renewable(Func<CancellationToken, Task<T>> ask) => _question = new Shared<T>(async cancellation =>
        _current = await ask(cancellation));

    /// <param name="isGood">Whether the value there is will do; it is asked for where there is none.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    public async Task<T> GetAsync(Func<T, bool> isGood, CancellationToken cancellationToken)
        => Volatile.Read(ref _current) is { } good && isGood(good)
        ? good
        : await _question.JoinAsync(cancellationToken);

    /// <summary>The value was refused: whoever needs one next asks for another, unless somebody did already.</summary>
    public void Forget(T refused) => Interlocked.CompareExchange(ref _current, null, refused);
}
