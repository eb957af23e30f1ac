namespace OvhIplb.Api.Authentication;

/// <summary>An access token somebody else got. It lives about an hour and cannot be renewed here.</summary>
public sealed class AccessToken : Credentials
{
    private readonly string _token;

    /// <exception cref="ArgumentException">
    /// The token <see cref="Credentials.CannotBePart">cannot be one</see>; the message does not show it.
    /// </exception>
    public AccessToken(string token) => _token = Checked(token, nameof(token));

    internal override IReadOnlyList<string> Secrets => [_token];

    /// <inheritdoc/>
    public override string ToString() => "access token";

    internal override HttpMessageHandler Stamping(HttpMessageHandler inner, TimeProvider time)
        => new BearerHandler(_ => _token) { InnerHandler = inner };
}
