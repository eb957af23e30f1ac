namespace OvhIplb.Api.Authentication;

/// <summary>Application key, application secret and consumer key, as created at OVH's createToken page.</summary>
/// <remarks>A class, not a record: a record would print the secrets.</remarks>
public sealed class ApplicationCredentials
{
    public ApplicationCredentials(string applicationKey, string applicationSecret, string consumerKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(applicationKey);
        ArgumentException.ThrowIfNullOrEmpty(applicationSecret);
        ArgumentException.ThrowIfNullOrEmpty(consumerKey);
        ApplicationKey = applicationKey;
        ApplicationSecret = applicationSecret;
        ConsumerKey = consumerKey;
    }

    public string ApplicationKey { get; }

    internal string ApplicationSecret { get; }

    internal string ConsumerKey { get; }

    /// <inheritdoc/>
    public override string ToString() => "application credentials";
}
