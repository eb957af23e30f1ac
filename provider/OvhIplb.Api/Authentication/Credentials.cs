using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api.Authentication;

/// <summary>
/// What the API knows the caller by: <see cref="ApplicationCredentials"/>, <see cref="ServiceAccount"/> or <see cref="AccessToken"/>.
/// </summary>
/// <remarks>Classes, not records: a record would print the secrets.</remarks>
public abstract class Credentials
{
    private protected Credentials()
    {
    }

    /// <summary>What no message may show.</summary>
    internal abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>
    /// Whether a value can be no part of any: empty, or with white space, control characters or characters beyond ASCII, which no header
    /// can carry.
    /// </summary>
    public static bool CannotBePart(string value) => value.Length == 0 || !value.All(character => character is > ' ' and < '\x7f');

    /// <summary>Gets what has to be known before the first request, and anew where a refusal says that it is no longer good.</summary>
    internal virtual HttpMessageHandler Preparing(HttpMessageHandler inner, RequestFactory requests, TimeProvider time) => inner;

    /// <summary>Puts the credentials on each attempt, at the moment it is sent.</summary>
    internal abstract HttpMessageHandler Stamping(HttpMessageHandler inner, TimeProvider time);

    private protected static string Checked(string value, string name)
        => CannotBePart(value)
            ? throw new ArgumentException("A credential has one or more ASCII characters and no white space.", name)
            : value;
}
