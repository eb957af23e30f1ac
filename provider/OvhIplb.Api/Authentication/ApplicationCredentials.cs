namespace OvhIplb.Api.Authentication;

/// <summary>Application key, application secret and consumer key, as created at OVH's createToken page.</summary>
/// <remarks>A class, not a record: a record would print the secrets.</remarks>
public sealed class ApplicationCredentials
{
    /// <exception cref="ArgumentException">A part <see cref="CannotBePart">cannot be one</see>; the message does not show it.</exception>
    public ApplicationCredentials(string applicationKey, string applicationSecret, string consumerKey)
    {
        ApplicationKey = Checked(applicationKey, nameof(applicationKey));
        ApplicationSecret = Checked(applicationSecret, nameof(applicationSecret));
        ConsumerKey = Checked(consumerKey, nameof(consumerKey));
    }

    public string ApplicationKey { get; }

    internal string ApplicationSecret { get; }

    internal string ConsumerKey { get; }

    /// <summary>Whether a value is no key: empty, or with white space or characters beyond ASCII, which no header can carry.</summary>
    public static bool CannotBePart(string value) => value.Length == 0 || !value.All(character => character is > ' ' and < '\x7f');

    /// <inheritdoc/>
    public override string ToString() => "application credentials";

    private static string Checked(string value, string name)
        => CannotBePart(value) ? throw new ArgumentException("A key has one or more ASCII characters and no white space.", name) : value;
}
