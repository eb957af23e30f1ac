using System.Net;

namespace OvhIplb.Api.Proxies;

/// <summary>
/// The proxy that one environment variable names. Its URL never has the user and password, as .NET quotes it in messages.
/// </summary>
/// <param name="Url">The URL without user and password; null where the value is not the URL of a proxy.</param>
/// <param name="Credential">The user and password of the value; null where it has none.</param>
/// <param name="Variable">The environment variable.</param>
internal sealed record NamedProxy(Uri? Url, NetworkCredential? Credential, string Variable)
{
    private const string DefaultScheme = "http://";

    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];

    /// <summary>
    /// What is wrong with the value and what to write; null for nothing. It does not quote the value, which may hold a password.
    /// </summary>
    public string? Fault => Url is null
        ? $"the environment variable {Variable} is not the URL of a proxy; write it as http://host:port or http://user:password@host:port "
            + $"(schemes: {string.Join(", ", Schemes)}), or unset it"
        : null;

    /// <param name="variable">The environment variable.</param>
    /// <param name="text">Its value without white space and quotes around it.</param>
    public static NamedProxy Parse(string variable, string text)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : DefaultScheme + text;
        var afterScheme = address.IndexOf("://", StringComparison.Ordinal) + "://".Length;

        // The last @: a password may hold one that is not escaped.
        var at = address.LastIndexOf('@');
        var user = at < afterScheme ? "" : address[afterScheme..at];
        var bare = at < afterScheme ? address : address[..afterScheme] + address[(at + 1)..];
        var isProxy = Uri.TryCreate(bare, UriKind.Absolute, out var url) && Schemes.Contains(url.Scheme) && url.Host.Length > 0;
        return new NamedProxy(isProxy ? url : null, CredentialOf(user), variable);
    }

    private static NetworkCredential? CredentialOf(string user)
    {
        var parts = user.Split(':', 2);
        return user.Length == 0
            ? null
            : new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
