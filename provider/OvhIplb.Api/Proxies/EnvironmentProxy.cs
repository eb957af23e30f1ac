using System.Net;

namespace OvhIplb.Api.Proxies;

/// <summary>
/// The proxy that the environment names: <c>https_proxy</c> or <c>http_proxy</c> by the scheme of the URL, else <c>all_proxy</c>, except
/// for the hosts in <c>no_proxy</c>. Each is read in lower case first, then in upper case. A value is a URL of the scheme <c>http</c>,
/// <c>https</c>, <c>socks4</c>, <c>socks4a</c> or <c>socks5</c>, with a user and password where the proxy asks for them; without a scheme
/// it is <c>http</c>. Calls to this machine use no proxy, whatever the environment says. Where it names no proxy, that of the system is
/// used.
/// </summary>
internal sealed class EnvironmentProxy : IWebProxy, ICredentials
{
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];

    private readonly Uri? _forHttp;
    private readonly Uri? _forHttps;
    private readonly ProxyExceptions _exceptions;
    private readonly IWebProxy? _system;

    /// <param name="variable">The value of an environment variable; null where it is not set.</param>
    /// <param name="system">The proxy where the environment names none; null for none.</param>
    public EnvironmentProxy(Func<string, string?> variable, IWebProxy? system)
    {
        var forAll = Read(variable, "all_proxy");
        _forHttp = Read(variable, "http_proxy") ?? forAll;
        _forHttps = Read(variable, "https_proxy") ?? forAll;
        _exceptions = new ProxyExceptions(Value(variable, "no_proxy"));
        _system = _forHttp is null && _forHttps is null ? system : null;
        Credentials = _system is null ? this : _system.Credentials;
    }

    public ICredentials? Credentials { get; set; }

    public Uri? GetProxy(Uri destination)
    {
        if (Loopback.Holds(destination) || _exceptions.Holds(destination))
        {
            return null;
        }

        if (_system is not null)
        {
            return _system.IsBypassed(destination) ? null : _system.GetProxy(destination);
        }

        return destination.Scheme == Uri.UriSchemeHttps ? _forHttps : _forHttp;
    }

    public bool IsBypassed(Uri host) => GetProxy(host) is null;

    /// <summary>The user and password in the URL of a proxy.</summary>
    NetworkCredential? ICredentials.GetCredential(Uri uri, string authType)
    {
        var proxy = new[] { _forHttp, _forHttps }.FirstOrDefault(named => named is { UserInfo.Length: > 0 } && named.Authority == uri.Authority);
        var parts = proxy?.UserInfo.Split(':', 2);
        return parts is null ? null : new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }

    private static string? Value(Func<string, string?> variable, string name) => variable(name) ?? variable(name.ToUpperInvariant());

    private static Uri? Read(Func<string, string?> variable, string name)
    {
        var text = EnvironmentText.Unquoted(Value(variable, name));
        if (text.Length == 0)
        {
            return null;
        }

        // What is no URL of a proxy counts as not set, as in .NET itself.
        return Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}", UriKind.Absolute, out var proxy)
            && Schemes.Contains(proxy.Scheme)
            ? proxy
            : null;
    }
}
