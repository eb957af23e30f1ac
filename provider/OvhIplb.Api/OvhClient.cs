using System.Diagnostics.CodeAnalysis;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Ips;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Api.Pipeline;

namespace OvhIplb.Api;

/// <summary>
/// The OVH API for one set of credentials, safe for use by many callers at once. All calls share one rate limit and one
/// reading of the server's clock, so a process should have one client.
/// </summary>
public sealed class OvhClient : IDisposable
{
    private readonly Connection _connection;

    /// <param name="options">Where to, as whom, how fast.</param>
    /// <param name="transport">What puts requests on the wire; the client disposes of it. <see cref="CreateTransport"/> makes the usual one.</param>
    /// <param name="time">Clock for signatures, time-outs, waits and the rate limit.</param>
    /// <param name="random">Spreads repeated calls.</param>
    public OvhClient(OvhClientOptions options, HttpMessageHandler transport, TimeProvider time, Random random)
    {
        _connection = new Connection(options.Endpoint, options.UserAgent, Pipeline(options, transport, time, random), time);
        Authentication = new AuthenticationCalls(_connection);
        Ips = new IpCalls(_connection);
        LoadBalancers = new LoadBalancerCalls(_connection);
    }

    /// <summary>/auth</summary>
    public AuthenticationCalls Authentication { get; }

    /// <summary>/ip</summary>
    public IpCalls Ips { get; }

    /// <summary>/ipLoadbalancing</summary>
    public LoadBalancerCalls LoadBalancers { get; }

    /// <summary>A transport over the network. It follows no redirects, which would carry a signature to another URL.</summary>
    public static HttpMessageHandler CreateTransport() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    public void Dispose() => _connection.Dispose();

    [SuppressMessage("Reliability", "CA2000", Justification = "Each handler is disposed of by the one around it.")]
    private static ClockHandler Pipeline(OvhClientOptions options, HttpMessageHandler transport, TimeProvider time, Random random)
    {
        var clock = new ServerClock(time);
        return new ClockHandler(options.Endpoint, clock, time)
        {
            InnerHandler = new RetryHandler(time, random)
            {
                InnerHandler = new RateLimitHandler(new TokenBucket(options.RateLimit, time))
                {
                    InnerHandler = new SigningHandler(options.Credentials, clock)
                    {
                        InnerHandler = new AttemptHandler(options.RequestTimeout, time) { InnerHandler = transport },
                    },
                },
            },
        };
    }
}
