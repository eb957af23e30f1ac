using System.Diagnostics.CodeAnalysis;
using System.Net;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Certificates;
using OvhIplb.Api.Errors;
using OvhIplb.Api.Ips;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Api.Pipeline;
using OvhIplb.Api.Proxies;

namespace OvhIplb.Api;

/// <summary>
/// The OVH API for one set of credentials, safe for use by many callers at once. All calls share one rate limit and one
/// reading of the server's clock, so a process should have one client.
/// </summary>
public sealed class OvhClient : IDisposable
{
    private readonly Connection _connection;

    /// <param name="options">Where to, as whom, how fast.</param>
    /// <param name="transport">
    /// What puts requests on the wire; the client disposes of it. <see cref="CreateTransport()"/> makes the usual one.
    /// </param>
    /// <param name="time">Clock for signatures, tokens, time-outs, waits and the rate limit.</param>
    /// <param name="random">Spreads repeated calls.</param>
    public OvhClient(OvhClientOptions options, HttpMessageHandler transport, TimeProvider time, Random random)
    {
        var requests = new RequestFactory(options.Endpoint, options.UserAgent, Redaction.Of(options.Credentials.Secrets));
        _connection = new Connection(requests, new Retries(time, random), Pipeline(options, requests, transport, time), time);
        Authentication = new AuthenticationCalls(_connection);
        Ips = new IpCalls(_connection);
        LoadBalancers = new LoadBalancerCalls(_connection);
        Certificates = new CertificateCalls(_connection);
    }

    /// <summary>/auth</summary>
    public AuthenticationCalls Authentication { get; }

    /// <summary>/ip</summary>
    public IpCalls Ips { get; }

    /// <summary>/ipLoadbalancing</summary>
    public LoadBalancerCalls LoadBalancers { get; }

    /// <summary>/ipLoadbalancing/{serviceName}/ssl and …/freeCertificate</summary>
    public CertificateCalls Certificates { get; }

    /// <summary>
    /// A transport over the network, by way of the proxy that the environment names (<see cref="EnvironmentProxy"/>). It follows no
    /// redirects, which would carry a signature to another URL.
    /// </summary>
    public static HttpMessageHandler CreateTransport() => CreateTransport(Environment.GetEnvironmentVariable, HttpClient.DefaultProxy);

    /// <param name="variable">The value of an environment variable; null where it is not set.</param>
    /// <param name="system">The proxy where the environment names none; null for none.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The handler is disposed of by the one around it.")]
    internal static DelegatingHandler CreateTransport(Func<string, string?> variable, IWebProxy? system)
    {
        var proxy = new EnvironmentProxy(variable, system);
        return new ProxyFaultHandler(proxy)
        {
            InnerHandler = new SocketsHttpHandler
            {
                Proxy = proxy,
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(15),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            },
        };
    }

    public void Dispose() => _connection.Dispose();

    [SuppressMessage("Reliability", "CA2000", Justification = "Each handler is disposed of by the one around it.")]
    private static HttpMessageHandler Pipeline(
        OvhClientOptions options,
        RequestFactory requests,
        HttpMessageHandler transport,
        TimeProvider time)
    {
        var attempt = new AttemptHandler(options.RequestTimeout, time) { InnerHandler = transport };
        var limited = new RateLimitHandler(new TokenBucket(options.RateLimit, time), time)
        {
            // After the wait for the limit, or a timestamp would be old before it is sent.
            InnerHandler = options.Credentials.Stamping(attempt, time),
        };
        return options.Credentials.Preparing(limited, requests, time);
    }
}
