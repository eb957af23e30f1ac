using Microsoft.Extensions.Time.Testing;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Endpoints;

namespace OvhIplb.Api.Tests.Wire;

/// <summary>A client on a fake clock and a fake transport.</summary>
public sealed class Api : IDisposable
{
    public const string Secret = "test-app-secret";
    public const string ConsumerKey = "test-consumer-key";
    public const string Service = "loadbalancer-0123456789abcdef";

    public Api(OvhClientOptions? options = null, int seed = 1)
    {
        Transport = new FakeTransport(Time);
        Client = new OvhClient(options ?? Options, Transport, Time, new Random(seed));
    }

    public static OvhClientOptions Options { get; } = new()
    {
        Endpoint = Endpoint.OvhEu,
        Credentials = new ApplicationCredentials("test-app-key", Secret, ConsumerKey),
        RateLimit = new RateLimit(1000, 1000),
    };

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    public FakeTransport Transport { get; }

    public OvhClient Client { get; }

    /// <summary>Moves the clock on in tenths of a second until the call has ended.</summary>
    public async Task<T> PassTime<T>(Task<T> call)
    {
        await PassTimeUntilEnd(call);
        return await call;
    }

    /// <summary>As above, for a call that answers nothing.</summary>
    public async Task PassTime(Task call)
    {
        await PassTimeUntilEnd(call);
        await call;
    }

    /// <summary>As above, for a call that is to fail.</summary>
    /// <returns>What it fails with.</returns>
    public async Task<TException> PassTimeToFailure<TException>(Task call)
        where TException : Exception
    {
        await PassTimeUntilEnd(call);
        return await Assert.ThrowsAsync<TException>(() => call);
    }

    /// <summary>As above; a failed call is left for the caller to look at.</summary>
    public async Task PassTimeUntilEnd(Task call)
    {
        for (var tenths = 0; !call.IsCompleted && tenths < 10_000; tenths++)
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        Assert.True(call.IsCompleted, "The call did not end within 1000 s of fake time.");
    }

    public void Dispose() => Client.Dispose();
}
