using System.Diagnostics.CodeAnalysis;

namespace OvhIplb.Api.Errors;

/// <summary>A call to the OVH API failed. Each cause has a class of its own; the message is fit to be shown to the user.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Without the facts of the failed call there is no message.")]
public abstract class OvhApiException : Exception
{
    private readonly Failure _failure;

    private protected OvhApiException(Failure failure, string nextStep)
        : base($"{FailureText.Of(failure)} {nextStep}")
    {
        _failure = failure;
        Facts = FailureText.Of(failure);
        NextStep = nextStep;
    }

    /// <inheritdoc cref="Failure.Method"/>
    public string Method => _failure.Method;

    /// <inheritdoc cref="Failure.Path"/>
    public string Path => _failure.Path;

    /// <inheritdoc cref="Failure.StatusCode"/>
    public int? StatusCode => _failure.StatusCode;

    /// <inheritdoc cref="Failure.ApiMessage"/>
    public string ApiMessage => _failure.ApiMessage;

    /// <inheritdoc cref="Failure.ErrorCode"/>
    public string? ErrorCode => _failure.ErrorCode;

    /// <inheritdoc cref="Failure.ErrorClass"/>
    public string? ErrorClass => _failure.ErrorClass;

    /// <inheritdoc cref="Failure.Details"/>
    public IReadOnlyDictionary<string, string> Details => _failure.Details;

    /// <inheritdoc cref="Failure.QueryId"/>
    public string? QueryId => _failure.QueryId;

    /// <inheritdoc cref="Failure.MayHaveTakenEffect"/>
    public bool MayHaveTakenEffect => _failure.MayHaveTakenEffect;

    /// <summary>
    /// Whether the credentials are good, but have no right to this call: by IAM, or by the access rules of the consumer key.
    /// </summary>
    public bool IsLackOfRight => this is ForbiddenException || ErrorCode == AuthenticationRefusedException.NotGranted;

    /// <inheritdoc cref="Failure.RetryAfter"/>
    public TimeSpan? RetryAfter => _failure.RetryAfter;

    /// <inheritdoc cref="Failure.IsTransient"/>
    internal bool IsTransient => _failure.IsTransient;

    /// <inheritdoc cref="Failure.WasNotSent"/>
    internal bool WasNotSent => _failure.WasNotSent;

    /// <summary>The call, the API's words, status and query id; the message without <see cref="NextStep"/>.</summary>
    public string Facts { get; }

    /// <summary>What the user can do about it; the last sentence of the message.</summary>
    public string NextStep { get; }
}
