using System.Net;

namespace OvhIplb.Api.Proxies;

/// <summary>
/// The proxy that the environment names: <c>https_proxy</c> or <c>http_proxy</c> by the scheme of the URL, else <c>all_proxy</c>, except
/// for the hosts in <c>no_proxy</c>. Each is read in lower case first, then in upper case. A value is a URL of the scheme <c>http</c>,
/// <c>https</c>, <c>socks4</c>, <c>socks4a</c> or <c>socks5</c>, with a user and password where the proxy asks for them; without a scheme
/// it is <c>http</c>. A call that needs a proxy whose value is not such a URL fails (<see cref="ProxyFaultHandler"/>). Calls to this
/// machine use no proxy, whatever the environment says. Where it names no proxy, that of the system is
/// used.
/// </summary>
internal sealed class EnvironmentProxy : IWebProxy, ICredentials
{
    private readonly NamedProxy? _forHttp;
    private readonly NamedProxy? _forHttps;
    private readonly ProxyExceptions _exceptions;
    private readonly IWebProxy? _system;

    /// <param name="variable">The value of an environment variable; null where it is not set.</param>
    /// <param name="system">The proxy where the environment names none; null for none.</param>
    public EnvironmentProxy(Func<string, string?> variable, IWebProxy? system)
    {
        var forAll = Read(variable, "all_proxy");
        _forHttp = Read(variable, "http_proxy") ?? forAll;
        _forHttps = Read(variable, "https_proxy") ?? forAll;
        _exceptions = new ProxyExceptions(variable(NameOfSet(variable, "no_proxy")));
        _system = _forHttp is null && _forHttps is null ? system : null;
        Credentials = _system is null ? this : _system.Credentials;
    }

    public ICredentials? Credentials { get; set; }

    /// <summary>The URL of the proxy, without user and password; null for none.</summary>
    public Uri? GetProxy(Uri destination)
    {
        if (IsCalledDirectly(destination))
        {
            return null;
        }

        if (_system is not null)
        {
            return _system.IsBypassed(destination) ? null : WithoutUser(_system.GetProxy(destination));
        }

        return NamedFor(destination)?.Url;
    }

    public bool IsBypassed(Uri host) => GetProxy(host) is null;

    /// <summary>What keeps the proxy for a destination from being used, in a sentence; null for nothing.</summary>
    public string? FaultFor(Uri destination) => IsCalledDirectly(destination) ? null : NamedFor(destination)?.Fault;

    /// <summary>The user and password in the URL of a proxy.</summary>
    NetworkCredential? ICredentials.GetCredential(Uri uri, string authType)
        => new[] {
            _forHttp,
            _forHttps }.FirstOrDefault(named => named?.Credential is not null && named.Url?.Authority == uri.Authority)?.Credential;

    private static NamedProxy? Read(Func<string, string?> variable, string name)
    {
        var set = NameOfSet(variable, name);
        var text = EnvironmentText.Unquoted(variable(set));
        return text.Length == 0 ? null : NamedProxy.Parse(set, text);
    }

    /// <summary>The name in lower case where that variable is set, else in upper case.</summary>
    private static string NameOfSet(Func<string, string?> variable, string name) => variable(name) is null ? name.ToUpperInvariant() : name;

    /// <summary>The settings of a system may hold user and password in the URL, which .NET quotes in messages.</summary>
    private static Uri? WithoutUser(Uri? proxy)
        => proxy is { UserInfo.Length: > 0 } ? new UriBuilder(proxy) { UserName = "", Password = "" }.Uri : proxy;

    private bool IsCalledDirectly(Uri destination) => Loopback.Holds(destination) || _exceptions.Holds(destination);

    private NamedProxy? NamedFor(Uri destination) => destination.Scheme == Uri.UriSchemeHttps ? _forHttps : _forHttp;
}
