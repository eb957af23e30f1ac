using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api.Authentication;

/// <summary>
/// A service account (OAuth2 client credentials): its id and secret are exchanged for an access token, which is renewed before
/// it expires. What it may do is said by IAM policies.
/// </summary>
public sealed class ServiceAccount : Credentials
{
    /// <param name="clientId">For example EU.0123456789abcdef.</param>
    /// <param name="clientSecret">Its secret.</param>
    /// <param name="tokenUrl">Where the two are exchanged for a token: absolute, http or https.</param>
    /// <exception cref="ArgumentException">
    /// A part <see cref="Credentials.CannotBePart">cannot be one</see>; the message does not show it.
    /// </exception>
    public ServiceAccount(string clientId, string clientSecret, Uri tokenUrl)
    {
        ClientId = Checked(clientId, nameof(clientId));
        ClientSecret = Checked(clientSecret, nameof(clientSecret));
        TokenUrl = tokenUrl;
    }

    public string ClientId { get; }

    public Uri TokenUrl { get; }

    internal string ClientSecret { get; }

    internal override IReadOnlyList<string> Secrets => [ClientId, ClientSecret];

    /// <inheritdoc/>
    public override string ToString() => "service account";

    internal override HttpMessageHandler Preparing(HttpMessageHandler inner, RequestFactory requests, TimeProvider time)
        => new TokenHandler(this, requests, time) { InnerHandler = inner };

    internal override HttpMessageHandler Stamping(HttpMessageHandler inner, TimeProvider time)
        => new BearerHandler(request => TokenHandler.ValueFor(request).Text) { InnerHandler = inner };
}
