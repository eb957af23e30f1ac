using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api.Authentication;

/// <summary>
/// Application key, application secret and consumer key, as created at OVH's createToken page. Each call is signed with them.
/// </summary>
public sealed class ApplicationCredentials : Credentials
{
    /// <exception cref="ArgumentException">
    /// A part <see cref="Credentials.CannotBePart">cannot be one</see>; the message does not show it.
    /// </exception>
    public ApplicationCredentials(string applicationKey, string applicationSecret, string consumerKey)
    {
        ApplicationKey = Checked(applicationKey, nameof(applicationKey));
        ApplicationSecret = Checked(applicationSecret, nameof(applicationSecret));
        ConsumerKey = Checked(consumerKey, nameof(consumerKey));
    }

    public string ApplicationKey { get; }

    internal string ApplicationSecret { get; }

    internal string ConsumerKey { get; }

    internal override IReadOnlyList<string> Secrets => [ApplicationKey, ApplicationSecret, ConsumerKey];

    /// <inheritdoc/>
    public override string ToString() => "application credentials";

    internal override HttpMessageHandler Preparing(HttpMessageHandler inner, RequestFactory requests, TimeProvider time)
        => new ClockHandler(requests, time) { InnerHandler = inner };

    internal override HttpMessageHandler Stamping(HttpMessageHandler inner, TimeProvider time)
        => new SigningHandler(this, time) { InnerHandler = inner };
}
